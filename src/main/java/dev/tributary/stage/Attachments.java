package dev.tributary.stage;

import dev.tributary.interaction.Attachment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The attachments of a message as one column holds them: those that find no room are left out, for half an object is none. */
final class Attachments {

    static final int LONGEST = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_URL = 10_000;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_TYPE = 190;

    private Attachments() {}

    /** A JSON list; null where there is none. */
    static @Nullable String json(List<Attachment> attachments) {
        if (attachments.isEmpty()) {
            return null;
        }
        List<String> kept = new ArrayList<>();
        int length = 2;
        for (Attachment attachment : attachments) {
            String json = JSON.writeValueAsString(cut(attachment));
            length += json.length() + 1;
            if (length > LONGEST) {
                break;
            }
            kept.add(json);
        }
        return "[" + String.join(",", kept) + "]";
    }

    /** A link that is cut leads elsewhere: none is better. */
    private static Attachment cut(Attachment whole) {
        boolean isLink = whole.url() != null && whole.url().length() <= LONGEST_URL;
        return new Attachment(
                isLink ? whole.url() : null,
                Texts.cut(whole.name(), LONGEST_NAME),
                Texts.cut(whole.mediaType(), LONGEST_TYPE),
                whole.bytes());
    }
}
