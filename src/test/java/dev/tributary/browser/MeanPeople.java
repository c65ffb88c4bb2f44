package dev.tributary.browser;

import dev.tributary.Installation;
import dev.tributary.testing.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * People who mean harm: every payload is the name or the company of a contact, the name, handle and address of a participant, the
 * subject, words, HTML, file and address of a message, and the reason of a refusal. Some are linked, of others a person must decide.
 */
final class MeanPeople {

    /** Contacts whose timelines show all payloads: {@code L0} and on. */
    static final int LINKED = 7;

    /** Groups of contacts with one address: {@code group0@example.org} and on. */
    static final int GROUPS = 25;

    private static final String MAPPING = """
            {
              "kind": "interaction", "id": id, "type": "message", "visibility": "private", "direction": "inbound", "at": at,
              "conversation": { "id": id, "subject": subject }, "text": text, "html": html, "url": url,
              "attachments": [{ "name": file, "url": url, "mediaType": "image/png", "bytes": 12 }],
              "author": { "id": who, "name": name, "handle": handle, "url": url, "emails": [email] }
            }""";

    private static final List<String> FIELDS = List.of("text", "subject", "html", "file", "name", "handle", "url");

    private final List<String> payloads = Payloads.hostile();
    private final int half = (payloads.size() + 1) / 2;

    List<String> payloads() {
        return payloads;
    }

    Installation in(Path home) {
        return Installation.onH2(home)
                .file("mappings/mean.jsonata", MAPPING)
                .file("mappings/refused.jsonata", "$refuse(text)")
                .file("inbox/mean.ndjson", written(Stream.concat(linked(), doubtful())))
                .file("refused/all.ndjson", written(payloads.stream().map(it -> Map.of("text", it))))
                .file("mappings/identity/shared-identifiers.yaml", guards())
                .file("contacts.csv", contacts())
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\ncontacts: contacts.csv\nsources: [mean, refused]\n")
                .file("jobs/sources/mean.yaml", source("mean", "inbox"))
                .file("jobs/sources/refused.yaml", source("refused", "refused"));
    }

    private static String source(String name, String folder) {
        return """
                source: %s
                channel: mean
                account: us
                extract: { kind: file, path: "%s/*.ndjson" }
                mapping: %s
                """.formatted(name, folder, name);
    }

    /** As they are, but a contact may have as many links as there are payloads. */
    private static String guards() {
        try {
            String usual = Files.readString(Path.of("mappings/identity/shared-identifiers.yaml"));
            return usual.replace("links: 10 }", "links: 500 }");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One message of each of the participants whom the CRM knows. */
    private Stream<Map<String, String>> linked() {
        return IntStream.range(0, payloads.size()).mapToObj(at -> message(at, "linked-" + at));
    }

    /** Two participants for each address that several contacts have. */
    private Stream<Map<String, String>> doubtful() {
        return IntStream.range(0, 2 * GROUPS).mapToObj(at -> {
            Map<String, String> message = message(payloads.size() + 5 * at, "doubt-" + at);
            message.put("email", "group" + at / 2 + "@example.org");
            return message;
        });
    }

    private Map<String, String> message(int at, String who) {
        Map<String, String> message = new TreeMap<>();
        for (int field = 0; field < FIELDS.size(); field++) {
            message.put(FIELDS.get(field), payload(at + 41 * field));
        }
        message.put("id", who);
        message.put("who", who);
        message.put("at", "2026-05-%02dT10:%02d:00Z".formatted(1 + at / 60 % 28, at % 60));
        return message;
    }

    private String payload(int at) {
        return payloads.get(at % payloads.size());
    }

    private static String written(Stream<? extends Map<String, String>> records) {
        return records.map(it -> JsonMapper.shared().writeValueAsString(it) + "\n")
                .collect(Collectors.joining());
    }

    private String contacts() {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.DEFAULT)) {
            printer.printRecord("id", "name", "company", "emails", "handles");
            for (int at = 0; at < LINKED; at++) {
                printer.printRecord("L" + at, payload(7 * at), payload(7 * at + half), "", handles(at));
            }
            for (int at = 0; at < half; at++) {
                printer.printRecord(
                        "D" + at, payload(at), payload(at + half), "group" + at % GROUPS + "@example.org", "");
            }
            return csv.toString();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String handles(int contact) {
        return IntStream.range(0, payloads.size())
                .filter(it -> it % LINKED == contact)
                .mapToObj(it -> "id:mean/us:linked-" + it)
                .collect(Collectors.joining(";"));
    }
}
