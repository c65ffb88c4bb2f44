package dev.tributary.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes that the tests run with, packed, and laid out as Java loads them fastest, so that a process starts in about half the time: an
 * archive of class data (JEP 350) takes classes of jars alone. Made once, when the first process starts; left with the JVM of the tests.
 */
final class PackedClasses {

    private static final PackedClasses ONES = new PackedClasses();

    private final Path folder;
    private final String path;
    private final List<String> archive;

    private PackedClasses() {
        try {
            folder = Files.createTempDirectory("packed");
            Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
            List<String> entries = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
                entries.add(Files.isDirectory(Path.of(entry)) ? packed(entry, entries.size()) : entry);
            }
            path = String.join(File.pathSeparator, entries);
            Path home = Night.in(Files.createDirectory(folder.resolve("home")));
            Path file = folder.resolve("classes.jsa");
            TributaryProcess.Ended night = TributaryProcess.started(
                            command(List.of("-XX:ArchiveClassesAtExit=" + file, "-Xlog:disable"), home), Map.of())
                    .end();
            archive = night.exitCode() == 0 && Files.exists(file)
                    ? List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds*=off")
                    : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What Java is to be told before the name of the main class. */
    static List<String> options() {
        return Stream.concat(ONES.archive.stream(), Stream.of("-cp", ONES.path)).toList();
    }

    private List<String> command(List<String> options, Path home) {
        return Stream.of(
                        TributaryProcess.JAVA.stream(),
                        options.stream(),
                        Stream.of("-cp", path, TributaryProcess.MAIN, "--home", home.toString(), "sync"))
                .flatMap(it -> it)
                .collect(Collectors.toList());
    }

    private String packed(String classes, int number) {
        String jar = folder.resolve("classes-" + number + ".jar").toString();
        int failed = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--no-compress", "--file", jar, "-C", classes, ".");
        if (failed != 0) {
            throw new IllegalStateException("The classes cannot be packed");
        }
        return jar;
    }

    private void remove() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one)).map(Path::toFile).forEach(File::delete);
        } catch (IOException leftBehind) {
            // in the folder for temporary files
        }
    }
}
