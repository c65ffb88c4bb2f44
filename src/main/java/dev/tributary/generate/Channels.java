package dev.tributary.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.json.JsonMapper;

/** The channels in which the made-up messages are written, each in its platform's true shape. */
enum Channels {
    /** Pages of 100 posts, as the API gives them. */
    X("x-mentions", "x", "@acme", "channel", "x-v2") {
        @Override
        void write(List<Message> messages, Path folder) throws IOException {
            for (int from = 0; from < messages.size(); from += 100) {
                List<Message> page = messages.subList(from, Math.min(from + 100, messages.size()));
                Files.writeString(
                        folder.resolve(String.format("page-%06d.json", from / 100)),
                        JSON.writeValueAsString(page(page)));
            }
        }
    },
    /** A webhook a line. */
    WHATSAPP("whatsapp-inbox", "whatsapp", "+4930901820", "channel", "whatsapp-cloud") {
        @Override
        void write(List<Message> messages, Path folder) throws IOException {
            lines(messages, folder, Payloads::whatsapp);
        }
    },
    /** A webhook a line. */
    LINE("line-inbox", "line", "@acme", "account", "line-webhook") {
        @Override
        void write(List<Message> messages, Path folder) throws IOException {
            lines(messages, folder, Payloads::line);
        }
    },
    /** One export. */
    HELPDESK("helpdesk-export", "helpdesk", "acme.example", "channel", "zendesk-csv") {
        @Override
        void write(List<Message> messages, Path folder) throws IOException {
            try (Writer file = Files.newBufferedWriter(folder.resolve("export.csv"));
                    CSVPrinter csv = new CSVPrinter(file, CSVFormat.RFC4180)) {
                csv.printRecord(
                        "Ticket ID",
                        "Subject",
                        "Requester",
                        "Requester email",
                        "Comment ID",
                        "Comment",
                        "Author",
                        "Author email",
                        "Public",
                        "Created at",
                        "Channel");
                for (Message it : messages) {
                    Person who = it.person();
                    csv.printRecord(
                            who.number(),
                            "Tent " + who.number(),
                            who.name(),
                            who.email(),
                            it.id(),
                            it.text(),
                            it.fromCustomer() ? who.name() : "Mia Lang",
                            it.fromCustomer() ? who.email() : "mia@acme.example",
                            "true",
                            it.at(),
                            "email");
                }
            }
        }
    };

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LINES_PER_FILE = 10_000;

    private final String source;
    private final String channel;
    private final String account;
    private final String idScope;
    private final String mapping;

    Channels(String source, String channel, String account, String idScope, String mapping) {
        this.source = source;
        this.channel = channel;
        this.account = account;
        this.idScope = idScope;
        this.mapping = mapping;
    }

    abstract void write(List<Message> messages, Path folder) throws IOException;

    String source() {
        return source;
    }

    String definition() {
        return """
                source: %s
                channel: %s
                account: "%s"
                defaultRegion: DE
                idScope: %s
                extract: { kind: file, path: "drop/%s/*", keep: true }
                mapping: %s
                """.formatted(source, channel, account, idScope, source, mapping);
    }

    private static Map<String, Object> page(List<Message> page) {
        Map<String, Object> users = new LinkedHashMap<>();
        List<Object> posts = new ArrayList<>();
        for (Message it : page) {
            posts.add(Payloads.post(it));
            users.put(Payloads.author(it), Payloads.user(it));
        }
        return Map.of(
                "data", posts,
                "includes", Map.of("users", new ArrayList<>(users.values())),
                "meta", Map.of("result_count", page.size()));
    }

    private static void lines(
            List<Message> messages, Path folder, java.util.function.Function<Message, Map<String, Object>> payload)
            throws IOException {
        for (int from = 0; from < messages.size(); from += LINES_PER_FILE) {
            Path file = folder.resolve(String.format("events-%04d.ndjson", from / LINES_PER_FILE));
            try (Writer out = Files.newBufferedWriter(file)) {
                for (Message it : messages.subList(from, Math.min(from + LINES_PER_FILE, messages.size()))) {
                    out.write(JSON.writeValueAsString(payload.apply(it)));
                    out.write('\n');
                }
            } catch (UncheckedIOException failure) {
                throw failure.getCause();
            }
        }
    }
}
