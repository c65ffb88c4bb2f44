package dev.tributary.api;

import dev.tributary.interaction.Direction;
import dev.tributary.timeline.ContactDirectory;
import dev.tributary.timeline.ContactPath;
import dev.tributary.timeline.ContactQueries;
import dev.tributary.timeline.ContactQuery;
import dev.tributary.timeline.TimelineOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what callers ask about contacts, or says what is wrong with it. Thread-safe. */
@Component
class ContactParameters {

    private static final int LONGEST = 320;

    private final ContactDirectory contacts;
    private final ContactQueries queries;

    ContactParameters(ContactDirectory contacts, ContactQueries queries) {
        this.contacts = contacts;
        this.queries = queries;
    }

    /** @throws NotThere where the CRM has no such contact */
    ContactDirectory.Known contact(String segment) {
        return contacts.find(ContactPath.id(segment))
                .orElseThrow(() -> new NotThere("The CRM has no contact with this id"));
    }

    ContactQuery query(@Nullable String email, @Nullable String phone, @Nullable String handle, @Nullable String name) {
        if (Stream.of(email, phone, handle, name).filter(Objects::nonNull).count() != 1) {
            throw new BadParameter("email", "Give exactly one of 'email', 'phone', 'handle' and 'name'");
        }
        if (email != null) {
            return queries.email(text("email", email));
        }
        if (phone != null) {
            return queries.phone(text("phone", phone));
        }
        return handle != null ? queries.handle(text("handle", handle)) : name(text("name", String.valueOf(name)));
    }

    private ContactQuery name(String name) {
        if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new BadParameter("name", "'name' must have a letter or a digit");
        }
        return queries.name(name);
    }

    private static String text(String parameter, String value) {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new BadParameter(parameter, "'" + parameter + "' must have 1 to " + LONGEST + " characters");
        }
        return value;
    }

    static @Nullable Direction direction(@Nullable String direction) {
        if (direction == null) {
            return null;
        }
        return switch (direction.toLowerCase(Locale.ROOT)) {
            case "inbound" -> Direction.INBOUND;
            case "outbound" -> Direction.OUTBOUND;
            default -> throw new BadParameter("direction", "'direction' must be inbound or outbound");
        };
    }

    static TimelineOrder order(@Nullable String order) {
        if (order == null || order.equals("newest")) {
            return TimelineOrder.NEWEST;
        }
        if (order.equals("oldest")) {
            return TimelineOrder.OLDEST;
        }
        throw new BadParameter("order", "'order' must be newest or oldest");
    }

    /** A time with its offset, or a day, which is taken for its first moment in UTC. */
    static @Nullable LocalDateTime time(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay()
                    : OffsetDateTime.parse(text)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDateTime();
        } catch (DateTimeException wrong) {
            throw new BadParameter(
                    parameter,
                    "'" + parameter + "' must be a day such as 2026-05-04, or a time such as 2026-05-04T07:41:12Z");
        }
    }
}
