package dev.tributary.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun;
import dev.tributary.CommandLineRun.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user gives it; no database is opened. */
class DedupeFileTest {

    @TempDir
    private Path folder;

    private Ended dedupe(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("people.csv"), text);
        String[] arguments = new String[more.length + 6];
        System.arraycopy(
                new String[] {"contacts", "dedupe", "--file", file.toString(), "--out", out().toString()},
                0,
                arguments,
                0,
                6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return CommandLineRun.in(folder.resolve("home")).tributary(arguments);
    }

    private Path out() {
        return folder.resolve("clusters.csv");
    }

    private static final String PEOPLE = """
            id, first_name, surname, e-mail, street_number, address_1, truth
            1, Anna, Berger, anna@example.org, 5, Hauptstraße, a
            2, Anna, Berger, ANNA@example.org, 5, Hauptstr., a
            3, Ben, Carter, ben@example.org, 7, Gartenweg, b
            """;

    @Test
    void saysWhatItGuessedAndWritesEachRowWithItsCluster() throws IOException {
        Ended ended = dedupe(PEOPLE, "--truth", "truth");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .contains("Guessed: --map given=first_name,family=surname,email=e-mail,street=street_number+address_1")
                .contains("3 rows, 1 pairs compared: 1 clusters hold 1 duplicates, 0 pairs are proposed")
                .contains("precision 1.0000, recall 1.0000, F1 1.0000 (1 true pairs, 1 found, 1 of them right)");
        assertThat(Files.readAllLines(out()))
                .hasSize(4)
                .startsWith("id,cluster,confidence,rule")
                .anyMatch(it -> it.startsWith("1,1,") && it.endsWith(",same-email-and-name"))
                .anyMatch(it -> it.startsWith("2,1,"))
                .contains("3,2,,");
    }

    @Test
    void semicolonsAByteOrderMarkAndBrokenLinesInCellsAreRead() throws IOException {
        Ended ended = dedupe(
                "\uFEFFid;name;telefon\n1;\"Anna\nBerger\";030 23125017\n2;anna berger;+49 30 23125017\n",
                "--region",
                "DE");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("phone=telefon").contains("1 clusters hold 1 duplicates");
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithTheOneThatIsNear() throws IOException {
        Ended ended = dedupe(PEOPLE, "--map", "family=surnam");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("there is no column 'surnam'; did you mean 'surname'?");
        assertThat(dedupe(PEOPLE, "--map", "color=surname").err()).contains("is not FIELD=COLUMN");
    }

    @Test
    void anIdThatComesTwiceIsRefusedByItsRows() throws IOException {
        Ended ended = dedupe("id,name\n7,Anna Berger\n7,Ben Carter\n");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("must tell each row apart").doesNotContain("Anna");
    }

    @Test
    void aFileWithoutKnownColumnsIsRefusedWithTheCure() throws IOException {
        Ended ended = dedupe("id,colour\n1,red\n");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("say it with --map");
    }

    @Test
    void learnedWeightsArePrintedAsTheFileWritesThem() throws IOException {
        Ended ended = dedupe(PEOPLE, "--train");

        assertThat(ended.out())
                .contains("weights:")
                .contains("  family: { m: [")
                .contains("termFrequency: true }");
    }

    @Test
    void theAnswerIsOneObjectForMachines() throws IOException {
        Path file = Files.write(folder.resolve("p.csv"), PEOPLE.getBytes(StandardCharsets.UTF_8));

        Ended ended = CommandLineRun.in(folder.resolve("home"))
                .tributary("--json", "contacts", "dedupe", "--file", file.toString(), "--truth", "truth");

        assertThat(ended.json().get("figures").get("clusters").asInt()).isEqualTo(1);
        assertThat(ended.json().get("f1").asDouble()).isEqualTo(1.0);
    }
}
