package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.FileExtract;
import dev.tributary.definition.MappingHeader;
import dev.tributary.definition.SourceDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever installs Tributary gets every definition, mapping and migration, and each of them is right. */
class ShippedFilesTest {

    private static final Path REPOSITORY = Path.of(".");
    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_WAYS_IN = 90;
    private static final int LONGEST_CELL = 120;

    static Stream<Path> folders() {
        return Stream.of(Path.of("jobs"), Path.of("mappings"), Path.of("sql"));
    }

    static List<Path> mappings() throws IOException {
        return files(Path.of("mappings")).stream()
                .filter(it -> it.toString().endsWith(".jsonata"))
                .toList();
    }

    static List<Path> expectations() throws IOException {
        return files(Path.of("mappings/samples")).stream()
                .filter(it -> it.toString().endsWith(".expected.json"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void areInTheJarByteForByte(Path folder) throws IOException {
        assertThat(files(folder)).isNotEmpty().allSatisfy(file -> {
            String name = file.toString().replace('\\', '/');
            try (InputStream shipped = Tributary.class.getClassLoader().getResourceAsStream(name)) {
                assertThat(shipped).as(name).isNotNull().hasBinaryContent(Files.readAllBytes(file));
            }
        });
    }

    @Test
    void areValidAsTheyLieInTheRepository() throws IOException {
        CommandLineRun.Ended ended = CommandLineRun.in(REPOSITORY).tributary("--json", "validate");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.json().path("jobs").asInt()).isEqualTo(1);
        assertThat(ended.json().path("sources").asInt())
                .isEqualTo(files(Path.of("jobs/sources")).size());
        assertThat(ended.json().path("mappings").asInt()).isEqualTo(mappings().size());
    }

    @Test
    void areTheSameForAHomeWithoutDefinitions(@TempDir Path empty) {
        assertThat(Definitions.load(empty).sources())
                .containsExactlyElementsOf(Definitions.load(REPOSITORY).sources());
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void everyMappingHasASampleWithRecords(Path mapping) throws IOException {
        Path samples = Path.of("mappings/samples")
                .resolve(mapping.getFileName().toString().replace(".jsonata", ""));
        assertThat(expectations())
                .filteredOn(it -> it.startsWith(samples))
                .anySatisfy(it -> assertThat(records(it)).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void everyMappingSaysWhatItsChannelIsLike(Path mapping) {
        MappingHeader header = Definitions.load(REPOSITORY)
                .header(mapping.getFileName().toString().replace(".jsonata", ""))
                .inShort();
        assertThat(header.title()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_TITLE);
        assertThat(header.waysIn()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_WAYS_IN);
        assertThat(List.of(header.author(), header.threads(), header.editsAndDeletes(), header.attachments()))
                .allSatisfy(text -> assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_CELL));
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void everyExpectationHasItsPayload(Path expectation) throws IOException {
        String name = expectation.getFileName().toString().replace("expected.json", "");
        assertThat(files(expectation.getParent()))
                .filteredOn(it -> it.getFileName().toString().startsWith(name))
                .hasSizeGreaterThan(1);
    }

    @Test
    void everySampleIsReadByASource() throws IOException {
        List<PathMatcher> read = Definitions.load(REPOSITORY).sources().stream()
                .map(ShippedFilesTest::files)
                .toList();
        assertThat(files(Path.of("jobs/samples")))
                .filteredOn(it -> !it.endsWith("contacts.csv"))
                .isNotEmpty()
                .allMatch(it -> read.stream()
                        .anyMatch(source -> source.matches(Path.of("jobs").relativize(it))));
    }

    private static PathMatcher files(SourceDefinition source) {
        return FileSystems.getDefault().getPathMatcher("glob:" + ((FileExtract) source.extract()).path());
    }

    private static JsonNode records(Path expectation) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(expectation));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
