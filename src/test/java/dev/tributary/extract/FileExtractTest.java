package dev.tributary.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tributary.definition.FileExtract;
import dev.tributary.definition.FileOptions;
import dev.tributary.definition.IdScope;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.landing.Segment;
import dev.tributary.landing.Segments;
import dev.tributary.run.FailureCode;
import dev.tributary.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = ExtractContext.class, properties = "INBOX=inbox")
class FileExtractTest {

    private static final long RUN = 1;
    private static final Duration LATER = Duration.ofMinutes(6);
    private static final AtomicInteger NAMES = new AtomicInteger();

    @TempDir
    private Path elsewhere;

    @Autowired
    private Extractor extractor;

    @Autowired
    private Segments segments;

    @Autowired
    private Home home;

    @Autowired
    private ExtractContext.Ahead clock;

    @Autowired
    private JdbcClient jdbc;

    private String source;
    private String folder;

    @BeforeEach
    void aFolderOfItsOwn() throws IOException {
        clock.by(Duration.ZERO);
        source = "files-" + NAMES.incrementAndGet();
        folder = "inbox/" + source;
        Files.createDirectories(home.path().resolve(folder));
    }

    @Test
    void landsWhatMatchesInTheOrderOfNames() throws IOException {
        files("b.json", "a.json", "c.csv", ".d.json", "e.json.part", "sub/a.json");

        assertThat(extract(folder + "/*.json", true)).isEqualTo(new ExtractResult(2, null, null));
        assertThat(landed()).containsExactly("a.json", "b.json");
    }

    @Test
    void landsEachContentOnce() throws IOException {
        files("a.json");
        extract(folder + "/*.json", true);

        assertThat(extract(folder + "/*.json", true)).isEqualTo(new ExtractResult(0, null, null));

        Files.writeString(home.path().resolve(folder).resolve("a.json"), "[2]");
        assertThat(extract(folder + "/*.json", true).segments()).isEqualTo(1);
    }

    /** That it is not read is seen by that nobody asks for its hash. */
    @Test
    void doesNotReadAgainWhatStaysAsItWas() throws IOException {
        files("a.json");
        clock.by(LATER);
        extract(folder + "/*.json", true);
        forgetHashes();

        assertThat(extract(folder + "/*.json", true)).isEqualTo(new ExtractResult(0, null, null));

        Path file = home.path().resolve(folder).resolve("a.json");
        FileTime written = Files.getLastModifiedTime(file);
        Files.writeString(file, "[2]");
        Files.setLastModifiedTime(file, written);
        assertThat(extract(folder + "/*.json", true).segments()).isEqualTo(1);
    }

    @Test
    void readsAFileThatIsTooYoungToBeTold() throws IOException {
        files("a.json");
        extract(folder + "/*.json", true);
        forgetHashes();

        assertThat(extract(folder + "/*.json", true).segments()).isEqualTo(1);
    }

    @Test
    void readsWhatIsToBeDeleted() throws IOException {
        files("a.json");
        clock.by(LATER);
        extract(folder + "/*.json", true);

        assertThat(extract(folder + "/*.json", false)).isEqualTo(new ExtractResult(0, null, null));
        assertThat(home.path().resolve(folder).resolve("a.json")).doesNotExist();
    }

    @Test
    void emptiesAnInbox() throws IOException {
        files("a.json", "sub/b.json");

        assertThat(extract("${INBOX}/" + source + "/**/*.{json,csv}", false).segments())
                .isEqualTo(2);
        assertThat(landed()).containsExactly("a.json", "sub/b.json");
        assertThat(home.path().resolve(folder).resolve("a.json")).doesNotExist();
        assertThat(home.path().resolve(folder).resolve("sub/b.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /**/*.json    | a.json, x/a.json, x/y/a.json
            /**           | a.json, x/a.json, x/y/a.json
            /x/**/a.json  | a.json, y/a.json
            /x/*.json     | a.json
            /*/a.json     | x/a.json
            /[ab].json    | a.json
            /a.json       | a.json
            /a.j?on       | a.json
            """)
    void understandsPatterns(String pattern, String names) throws IOException {
        files("a.json", "x/a.json", "x/y/a.json");

        extract(home.path().resolve(folder) + pattern, true);

        assertThat(landed()).containsExactly(names.split(", "));
    }

    @Test
    void isContentWithAnEmptyFolder() {
        assertThat(extract(folder + "/*.json", true)).isEqualTo(new ExtractResult(0, null, null));
        assertThat(extract(folder + "/a.json", true)).isEqualTo(new ExtractResult(0, null, null));
    }

    @Test
    void saysThatTheFolderIsMissing() {
        assertThat(extract("nowhere/*.json", true))
                .isEqualTo(new ExtractResult(
                        0,
                        FailureCode.FILE_UNAVAILABLE,
                        "The folder of nowhere/*.json does not exist; create it, or mend extract.path."));
        assertThat(extract("${NOWHERE}/*.json", true).code()).isEqualTo(FailureCode.SECRET_MISSING);
    }

    @Test
    void followsNoLinkOutOfTheFolder() throws IOException {
        files("x/a.json");
        Path here = home.path().resolve(folder);
        Path secret = Files.writeString(elsewhere.resolve("secret.json"), "[]");
        Files.createSymbolicLink(here.resolve("out.json"), secret);
        Files.createSymbolicLink(here.resolve("outside"), elsewhere);
        Files.createSymbolicLink(here.resolve("broken.json"), elsewhere.resolve("gone.json"));
        Files.createSymbolicLink(here.resolve("in.json"), here.resolve("x/a.json"));

        assertThat(extract(folder + "/**/*.json", true).complete()).isTrue();
        assertThat(landed()).containsExactly("in.json", "x/a.json");
    }

    @Test
    void holdsUpNoFileBecauseOfAnother() throws IOException {
        files("a.json", "c.json");
        Path here = home.path().resolve(folder);
        Files.createSymbolicLink(here.resolve("anna.json"), here.resolve("a.json"));

        ExtractResult result = extract(folder + "/*.json", false);

        assertThat(result)
                .isEqualTo(new ExtractResult(
                        2,
                        FailureCode.FILE_UNAVAILABLE,
                        "A file that matches " + folder + "/*.json cannot be read (NoSuchFileException);"
                                + " let our user read it, or move it away."));
        assertThat(landed()).containsExactly("a.json", "c.json");
    }

    @Test
    void endsTheRunWhereTheDatabaseFails() throws IOException {
        files("a.json");

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> extractor.extract(definition(folder + "/*.json", false), 4711));
        assertThat(home.path().resolve(folder).resolve("a.json")).exists();
    }

    private void forgetHashes() {
        jdbc.sql("UPDATE landing_segment SET sha256 = '' WHERE source = ?")
                .param(source)
                .update();
    }

    private ExtractResult extract(String path, boolean keep) {
        return extractor.extract(definition(path, keep), RUN);
    }

    private SourceDefinition definition(String path, boolean keep) {
        return new SourceDefinition(
                source,
                "x",
                "@acme",
                null,
                ZoneOffset.UTC,
                IdScope.ACCOUNT,
                new FileExtract(path, keep, FileOptions.NONE),
                "x-v2");
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = home.path().resolve(folder).resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "[1]");
        }
    }

    private List<String> landed() {
        return segments.pending(List.of(source), 2).stream()
                .map(Segment::origin)
                .toList();
    }
}
