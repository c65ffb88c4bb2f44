package dev.tributary.decode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;

/** The headers of a mail or of one of its parts. */
final class MailHeaders {

    private static final Pattern FOLD = Pattern.compile("\\r?\\n(?=[ \\t])");
    private static final Pattern ID = Pattern.compile("<([^<>]*+)>");

    /** By lower-case name, unfolded; encoded words are still encoded. */
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    void add(Field field) {
        fields.computeIfAbsent(field.getName().strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                .add(body(field));
    }

    private static String body(Field field) {
        ByteSequence raw = field.getRaw();
        if (raw == null) {
            return String.valueOf(field.getBody());
        }
        String line = MailText.decode(raw.toByteArray(), null);
        String body = line.substring(line.indexOf(':') + 1);
        return FOLD.matcher(body).replaceAll("").replaceAll("[\\r\\n]+", " ").strip();
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The first value of a header, undecoded; empty where there is none. */
    String first(String name) {
        return values(name).findFirst().orElse("");
    }

    Map<String, List<String>> all() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        fields.forEach((name, values) ->
                all.put(name, values.stream().map(EncodedWords::decode).toList()));
        return all;
    }

    /** Writes what the headers say about the mail as a whole. */
    void writeTo(Map<String, Object> mail) {
        ids("message-id").findFirst().ifPresent(id -> mail.put("messageId", id));
        ids("in-reply-to").findFirst().ifPresent(id -> mail.put("inReplyTo", id));
        List<String> references = ids("references").toList();
        if (!references.isEmpty()) {
            mail.put("references", references);
        }
        values("date").findFirst().flatMap(MailDate::parse).ifPresent(date -> mail.put("date", date));
        values("subject").findFirst().ifPresent(subject -> mail.put("subject", EncodedWords.decode(subject)));
        people(mail, "from", "from");
        people(mail, "to", "to");
        people(mail, "cc", "cc");
        people(mail, "bcc", "bcc");
        people(mail, "reply-to", "replyTo");
    }

    /**
     * When the last server took the mail in: the date behind the last semicolon of the topmost trace (RFC 5321 4.4). Each server
     * puts its own on top, so this one is the recipient's and not the sender's to forge.
     */
    Optional<String> received() {
        String trace = first("received");
        return MailDate.parse(trace.substring(trace.lastIndexOf(';') + 1));
    }

    private void people(Map<String, Object> mail, String header, String key) {
        List<Map<String, Object>> people = values(header)
                .flatMap(value -> MailAddresses.parse(value).stream())
                .toList();
        if (!people.isEmpty()) {
            mail.put(key, people);
        }
    }

    /** The ids between angle brackets; without any, the words. */
    private Stream<String> ids(String header) {
        return values(header)
                .flatMap(value -> value.contains("<")
                        ? ID.matcher(value).results().map(id -> id.group(1))
                        : Stream.of(value.split("\\s+")))
                .map(String::strip)
                .filter(id -> !id.isEmpty());
    }

    private Stream<String> values(String header) {
        return fields.getOrDefault(header, List.of()).stream().filter(value -> !value.isBlank());
    }
}
