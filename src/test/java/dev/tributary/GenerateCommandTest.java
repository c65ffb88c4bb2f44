package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code generate} and {@code evaluate} say where they cannot do what is asked. */
class GenerateCommandTest {

    @TempDir
    Path home;

    @Test
    void theAnswerNamesTheNextCommands() {
        Path company = home.resolve("company");

        Ended made = generate("--interactions", "20", "--people", "10", "--contacts", "5", "--to", company.toString());

        assertThat(made.exitCode()).isZero();
        assertThat(made.out())
                .startsWith("20 interactions lie in " + company)
                .contains("tributary --home " + company + " sync", "tributary evaluate " + company);
    }

    @Test
    void aHomeWithJobsOfItsOwnIsLeftAlone() throws IOException {
        Files.createDirectories(home.resolve("jobs"));

        Ended refused = generate("--to", home.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("has jobs of its own; name a new folder with --to, or add to it with --more");
        assertThat(home.resolve("drop")).doesNotExist();
    }

    @Test
    void moreIsAddedOnlyToWhatWasMadeUp() {
        assertThat(generate("--to", home.toString(), "--more", "5").err()).contains("was not made by generate");
    }

    @Test
    void moreGoesOnWithTheSamePeople() {
        generate(
                "--interactions",
                "20",
                "--people",
                "10",
                "--contacts",
                "5",
                "--to",
                home.resolve("c").toString());

        Ended refused = generate("--to", home.resolve("c").toString(), "--more", "5", "--seed", "2");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--more goes on as it was begun, without --interactions, --people");
    }

    @Test
    void thereAreNoMoreContactsThanPeople() {
        Ended refused = generate(
                "--people", "3", "--contacts", "4", "--to", home.resolve("c").toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("no more contacts than people");
    }

    @Test
    void aFolderWithoutTruthIsLeftAsItIs() {
        Ended refused = CommandLineRun.in(home).tributary("evaluate", home.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("There is no truth.csv in " + home);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void withoutARunThereIsNothingToEvaluate() {
        generate("--interactions", "20", "--people", "10", "--contacts", "5", "--to", home.toString());

        Ended refused = CommandLineRun.in(home).tributary("evaluate", home.toString());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("No run yet. Start one with: tributary --home " + home + " sync");
    }

    private Ended generate(String... options) {
        String[] line = new String[options.length + 1];
        line[0] = "generate";
        System.arraycopy(options, 0, line, 1, options.length);
        return CommandLineRun.in(home.resolve("nowhere")).tributary(line);
    }
}
