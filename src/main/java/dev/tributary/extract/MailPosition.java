package dev.tributary.extract;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far each folder is read: <code>{"INBOX":[UIDVALIDITY,UID],…}</code>, the text of the source's cursor. */
record MailPosition(Map<String, Mark> folders) {

    /**
     * @param validity of the folder's UIDs: once the server gives another, they count anew (RFC 9051 2.3.1.1)
     * @param uid of the last mail that was read
     */
    record Mark(long validity, long uid) {}

    private static final JsonMapper JSON = new JsonMapper();

    MailPosition {
        folders = Map.copyOf(folders);
    }

    /** Nowhere, where the text is none of these: then the source was of another kind before. */
    static MailPosition of(Optional<String> cursor) {
        Map<String, Mark> folders = new TreeMap<>();
        try {
            JsonNode read = JSON.readTree(cursor.orElse("{}"));
            read.properties().forEach(folder -> {
                JsonNode mark = folder.getValue();
                folders.put(
                        folder.getKey(),
                        new Mark(mark.path(0).asLong(), mark.path(1).asLong()));
            });
        } catch (JacksonException otherCursor) {
            return new MailPosition(Map.of());
        }
        return new MailPosition(folders);
    }

    MailPosition with(String folder, Mark mark) {
        Map<String, Mark> all = new TreeMap<>(folders);
        all.put(folder, mark);
        return new MailPosition(all);
    }

    Optional<Mark> mark(String folder) {
        return Optional.ofNullable(folders.get(folder));
    }

    String text() {
        Map<String, long[]> text = new TreeMap<>();
        folders.forEach((folder, mark) -> text.put(folder, new long[] {mark.validity(), mark.uid()}));
        return JSON.writeValueAsString(text);
    }
}
