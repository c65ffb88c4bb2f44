package dev.tributary.report;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The evidence of a link, in words. Thread-safe. */
public final class Evidence {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Evidence() {}

    /**
     * One line for each piece of evidence.
     *
     * @param json as in {@code link.evidence}; empty for none; a text that is no list is returned as it is
     */
    public static String inWords(String json) {
        try {
            JsonNode pieces = JSON.readTree(json);
            if (!pieces.isArray()) {
                return json;
            }
            List<String> lines = new ArrayList<>();
            pieces.forEach(piece -> lines.add(line(piece)));
            return String.join("\n", lines);
        } catch (JacksonException notJson) {
            return json;
        }
    }

    private static String line(JsonNode piece) {
        if (!piece.has("type") || !piece.has("value")) {
            return piece.isString() ? piece.asString() : piece.toString();
        }
        String value = piece.path("value").asString("");
        String raw = piece.path("raw").asString(value);
        String written = raw.equals(value) ? "" : ", written " + raw;
        return type(piece.path("type").asString(""))
                + " "
                + value
                + written
                + grade(piece.path("grade").asString(""))
                + contacts(piece.path("contacts").asLong(0));
    }

    /** The type of an identifier, as one says it. */
    public static String type(String type) {
        return switch (type) {
            case "EMAIL" -> "e-mail";
            case "PHONE" -> "phone";
            case "HANDLE" -> "handle";
            case "ID" -> "id";
            default -> type;
        };
    }

    /** What a grade says of an identifier, to follow it; empty for a word that is none. */
    public static String grade(String grade) {
        return switch (grade) {
            case "VERIFIED" -> ", proved";
            case "CHANNEL" -> ", as the channel says";
            case "DECLARED" -> ", by the person's own word";
            default -> "";
        };
    }

    private static String contacts(long contacts) {
        return contacts == 0 ? "" : contacts == 1 ? ", on this contact only" : ", on " + contacts + " contacts";
    }
}
