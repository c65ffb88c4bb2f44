package dev.tributary.browser;

import dev.tributary.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.util.FileSystemUtils;

/** The samples as a home folder of one's own, and one source more: the chat of the shop, where families write. */
final class Samples {

    private static final String MAPPING = """
            {
              "kind": "interaction", "id": id, "type": "chat", "visibility": "private", "direction": "inbound",
              "at": at, "conversation": { "id": who },
              "author": { "id": who, "name": name, "phones": [phone], "emails": [email] }, "text": text
            }""";

    private static final String ANNA = """
            {"id": "a1", "who": "anna", "name": "Anna Berg", "email": "anna.berg@example.org", "at": "2026-05-20T09:00:00Z", \
            "text": "Is there a bag for the Ridge 2 as well?"}
            """;

    private Samples() {}

    static Installation in(Path home) {
        try {
            FileSystemUtils.copyRecursively(Path.of("jobs"), home.resolve("jobs"));
            Files.move(home.resolve("jobs/samples"), home.resolve("samples"));
            FileSystemUtils.copyRecursively(Path.of("mappings"), home.resolve("mappings"));
            Path job = home.resolve("jobs/nightly-sync.yaml");
            Files.writeString(job, "  - shop-chat\n", StandardOpenOption.APPEND);
            Files.writeString(home.resolve("samples/contacts.csv"), Families.CONTACTS, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Installation.onH2(home)
                .file("mappings/shop-chat.jsonata", MAPPING)
                .file("samples/shop-chat/june.ndjson", Families.messages())
                .file("samples/shop-chat/anna.ndjson", ANNA)
                .file("jobs/sources/shop-chat.yaml", """
                        source: shop-chat
                        channel: chat
                        account: shop
                        defaultRegion: DE
                        extract: { kind: file, path: "samples/shop-chat/*.ndjson" }
                        mapping: shop-chat
                        """);
    }

    /** As if the mentions were asked for day by day, and not all came. */
    static void missMentions(Installation installation) {
        installation.change("DELETE FROM source_window WHERE source = 'x-mentions'");
        window(installation, "2026-05-01", "2026-05-04", "'FETCHED', NULL, NULL, NULL");
        window(installation, "2026-05-04", "2026-05-05", "'FETCHED', NULL, 3, 5");
        window(installation, "2026-05-05", "2026-05-06", "'TRUNCATED', NULL, 800, NULL");
        window(installation, "2026-05-06", "2026-05-08", "'RATE_LIMITED', 'RATE_LIMITED', NULL, NULL");
        window(installation, "2026-05-08", "2026-05-09", "'DOWN', 'UNAUTHORIZED', NULL, NULL");
        window(installation, "2026-05-10", "2026-06-02", "'FETCHED', NULL, NULL, NULL");
    }

    private static void window(Installation installation, String from, String to, String outcome) {
        installation.change("INSERT INTO source_window (source, run_id, from_at, to_at, state, code, fetched, expected)"
                + " VALUES ('x-mentions', 1, '" + from + " 00:00:00', '" + to + " 00:00:00', " + outcome + ")");
    }
}
