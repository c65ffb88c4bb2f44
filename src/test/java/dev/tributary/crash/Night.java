package dev.tributary.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A home folder with a night's work in it: the samples, an archive of several thousand messages, a drop folder, and a story that
 * goes over two channels and is told by two systems.
 */
final class Night {

    static final String DATE = "2026-05-31";
    static final int ARCHIVED = 2_400;
    static final int DROPPED = 300;

    /** What the story fills. */
    static final List<String> FILLED = List.of(
            "interaction_relation",
            "interaction_offer",
            "interaction_offer_use",
            "episode_part",
            "duplicate_suggestion");

    private static final int SEGMENTS = 4;
    private static final int PEOPLE = 700;

    private static final String SOURCE = """
            source: %s
            channel: line
            account: "@acmearchive"
            extract: { kind: file, path: "%s", keep: %s }
            mapping: line-webhook
            """;

    private static final String STORY_SOURCE = """
            source: %1$s
            channel: %1$s
            account: acme
            extract: { kind: file, path: "story/%1$s.ndjson", keep: true }
            mapping: story
            """;

    private static final Map<String, String> STORY = new TreeMap<>(Map.of(
            "shop", """
            {"kind":"interaction","id":"p1","type":"post","visibility":"public","direction":"inbound",\
            "at":"2026-05-04T07:42:00Z","conversation":{"id":"p1"},"author":{"id":"7","name":"Anna Berger","handle":"anna"},\
            "text":"The zip of my tent is broken on the first evening"}
            {"kind":"interaction","id":"p2","type":"reply","visibility":"public","direction":"outbound",\
            "at":"2026-05-04T07:51:00Z","conversation":{"id":"p1"},"inReplyTo":"p1","recipients":[{"id":"7"}],\
            "offers":["https://call.acme.example/c/Zx81kQ2vTn"],"text":"Please call us by the link"}
            """,
            "line-of-calls", """
            {"kind":"interaction","id":"c1","type":"call","visibility":"private","direction":"inbound",\
            "at":"2026-05-04T08:12:00Z","author":{"phones":["+1 202 555 0142"]},"text":"Call, 6 min",\
            "relations":[{"type":"callbackFor","by":"Zx81kQ2vTn","proof":"userfield"}]}
            """,
            "desk", """
            {"kind":"interaction","id":"t1","type":"message","visibility":"private","direction":"inbound",\
            "at":"2026-05-04T07:44:00Z","conversation":{"id":"88"},"author":{"id":"r5","name":"Anna Berger"},\
            "text":"The zip of my tent is broken on the first evening!"}
            {"kind":"interaction","id":"t2","type":"message","visibility":"private","direction":"inbound",\
            "at":"2026-05-04T09:10:00Z","conversation":{"id":"89"},"author":{"id":"r5","name":"Anna Berger"},\
            "text":"As promised: a picture","relations":[{"type":"ticketOf","id":"t1","proof":"ticket"}]}
            """));

    private Night() {}

    /** Lays the work down in an empty folder. */
    static Path in(Path home) {
        return in(home, ARCHIVED);
    }

    /** The same with an archive of so many messages. */
    static Path in(Path home, int archived) {
        try {
            copy(Path.of("jobs"), home.resolve("jobs"));
            copy(Path.of("jobs", "samples"), home.resolve("samples"));
            write(home.resolve("jobs/sources/z-archive.yaml"), SOURCE.formatted("z-archive", "archive/*.ndjson", true));
            write(home.resolve("jobs/sources/drop-box.yaml"), SOURCE.formatted("drop-box", "drop/*.ndjson", false));
            Path job = home.resolve("jobs/nightly-sync.yaml");
            write(
                    job,
                    Files.readString(job).stripTrailing() + "\n  - z-archive\n  - drop-box\n  - "
                            + String.join("\n  - ", STORY.keySet()) + "\n");
            copy(Path.of("mappings"), home.resolve("mappings"));
            write(home.resolve("mappings/story.jsonata"), "$");
            for (Map.Entry<String, String> told : STORY.entrySet()) {
                write(home.resolve("jobs/sources/" + told.getKey() + ".yaml"), STORY_SOURCE.formatted(told.getKey()));
                write(home.resolve("story/" + told.getKey() + ".ndjson"), told.getValue());
            }
            int each = archived / SEGMENTS;
            for (int segment = 0; segment < SEGMENTS; segment++) {
                write(home.resolve("archive/" + segment + ".ndjson"), messages(segment * each, each));
            }
            for (int file = 0; file < 3; file++) {
                // the first of them were in the archive too
                write(home.resolve("drop/" + file + ".ndjson"), messages(archived - 50 + file * 100, 100));
            }
            return home;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The files of the drop folder that are still there. */
    static long dropped(Path home) {
        try (Stream<Path> files = Files.list(home.resolve("drop"))) {
            return files.count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String messages(int first, int count) {
        StringBuilder lines = new StringBuilder();
        IntStream.range(first, first + count).forEach(number -> {
            lines.append(message(number)).append('\n');
            if (number % 97 == 0) {
                lines.append(message(number)).append('\n');
            }
            if (number % 211 == 0) {
                lines.append("{\"destination\": \"Uacme\", \"events\": [\n");
            }
        });
        return lines.toString();
    }

    private static String message(int number) {
        Random random = new Random(number);
        return """
                {"destination":"Uacme","events":[{"type":"message","mode":"active","timestamp":%d,\
                "source":{"type":"user","userId":"U%032x"},"webhookEventId":"E%026d",\
                "deliveryContext":{"isRedelivery":false},\
                "message":{"id":"%d","type":"text","text":"Order %d has not arrived yet"}}]}""".formatted(
                        1_767_225_600_000L + number * 60_000L,
                        random.nextInt(PEOPLE),
                        number,
                        900_000_000L + number,
                        random.nextInt(1_000_000));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
