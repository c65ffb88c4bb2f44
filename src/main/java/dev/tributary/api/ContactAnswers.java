package dev.tributary.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tributary.timeline.ContactPoint;
import dev.tributary.timeline.FoundContact;
import dev.tributary.timeline.GoldenField;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is answered about contacts. The names of the fields are kept as they are. */
final class ContactAnswers {

    private ContactAnswers() {}

    /** @param next with which the next part is asked for; left out in the last */
    record Contacts(
            List<Contact> contacts,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Pass it on as after to read on; left out in the last part")
            @Nullable
            String next) {}

    record Contact(
            @Schema(description = "The CRM's id", example = "C001")
            String id,

            @Schema(example = "Anna Berger") String name,

            @Nullable String company,
            List<Point> points,

            @Schema(description = "When the newest entry of the timeline happened, in UTC") @Nullable
            Instant lastAt) {

        static Contact of(FoundContact it) {
            return new Contact(
                    it.id(),
                    it.name(),
                    it.company(),
                    it.points().stream().map(Point::of).toList(),
                    utc(it.lastAt()));
        }
    }

    /** @param origin CRM, or TRIBUTARY where a linked participant taught it */
    record Point(
            @Schema(description = "EMAIL, PHONE, HANDLE or ID", example = "EMAIL")
            String type,

            @Schema(description = "Canonical", example = "anna.berger@example.org")
            String value,

            @Schema(description = "As it was written") String raw,

            @Schema(description = "CRM, or TRIBUTARY where a linked profile taught it")
            String origin) {

        private static Point of(ContactPoint it) {
            return new Point(it.type().name(), it.value(), it.raw(), it.origin());
        }
    }

    record Detail(
            String id,

            @Schema(description = "The id that was asked for")
            String requested,

            @Schema(description = "Whether the contact that was asked for stands under this one now")
            boolean merged,

            String name,
            @Nullable String company,
            List<Field> fields,
            List<Point> points,
            @Nullable Instant lastAt) {

        static Detail of(String requested, FoundContact it, List<GoldenField> fields) {
            Contact contact = Contact.of(it);
            return new Detail(
                    contact.id(),
                    requested,
                    !requested.equals(contact.id()),
                    contact.name(),
                    contact.company(),
                    fields.stream().map(Field::of).toList(),
                    contact.points(),
                    contact.lastAt());
        }
    }

    record Field(
            @Schema(
                    description =
                            "name, given_name, family_name, company, street, postcode, city, country, birth_date or consent")
            String field,

            String value,

            @Schema(description = "The CRM's id of the contact whose word it is; null where nobody was merged into it")
            @Nullable
            String from) {

        private static Field of(GoldenField it) {
            return new Field(it.field().name().toLowerCase(Locale.ROOT), it.value(), it.from());
        }
    }

    static @Nullable Instant utc(@Nullable LocalDateTime at) {
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }
}
