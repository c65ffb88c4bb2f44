package dev.tributary.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tributary.interaction.Attachment;
import dev.tributary.timeline.Page;
import dev.tributary.timeline.TimelineEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered about timelines. The names of the fields are kept as they are. */
final class TimelineAnswers {

    private TimelineAnswers() {}

    record Timeline(
            @Schema(description = "The CRM's id of the contact whose timeline it is", example = "C001")
            String contact,

            @Schema(description = "The id that was asked for")
            String requested,

            @Schema(description = "Whether the contact that was asked for stands under this one now")
            boolean merged,

            List<Entry> entries,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Pass it on as after to read on; left out in the last part")
            @Nullable
            String next) {

        static Timeline of(String contact, String requested, Page<TimelineEntry> page) {
            return new Timeline(
                    contact,
                    requested,
                    !contact.equals(requested),
                    page.items().stream().map(Entry::of).toList(),
                    page.next());
        }
    }

    record Entry(
            long id,

            @Schema(description = "When it happened, in UTC")
            Instant at,

            @Schema(example = "x") String channel,

            @Schema(description = "Our account on the channel", example = "@acmeoutdoor")
            String account,

            @Schema(description = "POST, COMMENT, REPLY, MESSAGE, MENTION, REVIEW, CALL, EMAIL, SMS, CHAT or NOTE")
            String type,

            @Schema(description = "INBOUND from the customer, OUTBOUND to the customer")
            String direction,

            @Schema(description = "PUBLIC, PRIVATE or INTERNAL")
            String visibility,

            @Schema(description = "The name that the channel shows") @Nullable
            String author,

            @Nullable String subject,

            @Schema(description = "Plain text, foreign words; null where there is none, or the message was deleted")
            @Nullable
            String text,

            @Schema(description = "Whether there is more text: then read the message by its id")
            boolean cut,

            List<Attachment> attachments,

            @Schema(description = "Where it stands on the channel; foreign") @Nullable
            String url,

            @Schema(description = "The channel's own id of the conversation") @Nullable
            String thread,

            @Schema(description = "The same for all that belongs together across channels")
            String episode,

            @Nullable Instant editedAt,

            @Schema(description = "Of a deleted message there are no words, files or address") @Nullable
            Instant deletedAt,

            @Schema(description = "Whether the source told no time, and at is when it came in")
            boolean undated) {

        static Entry of(TimelineEntry it) {
            return new Entry(
                    it.number(),
                    it.at().toInstant(ZoneOffset.UTC),
                    it.channel(),
                    it.account(),
                    it.type(),
                    it.direction(),
                    it.visibility(),
                    it.author(),
                    it.subject(),
                    it.text(),
                    it.cut(),
                    it.attachments(),
                    it.url(),
                    it.thread(),
                    it.episode(),
                    ContactAnswers.utc(it.editedAt()),
                    ContactAnswers.utc(it.deletedAt()),
                    it.undated());
        }
    }
}
