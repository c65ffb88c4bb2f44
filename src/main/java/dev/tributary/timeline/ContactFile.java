package dev.tributary.timeline;

import dev.tributary.decode.DecodeOptions;
import dev.tributary.decode.Decoder;
import dev.tributary.decode.Format;
import dev.tributary.decode.Payload;
import dev.tributary.decode.Payloads;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.timeline.ContactColumns.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contact export as csv or xlsx, row by row. Not thread-safe. */
final class ContactFile {

    private static final Pattern TWO_LETTERS = Pattern.compile("[A-Za-z]{2}");

    private final Map<String, Optional<Field>> fields = new HashMap<>();
    private final Decoder decoder;
    private final @Nullable String idColumn;
    private final @Nullable String region;

    /**
     * @param idColumn the column with the CRM's id; null where its name tells
     * @param region for numbers without a country code, unless the row has a country; null where there is none
     */
    ContactFile(Decoder decoder, @Nullable String idColumn, @Nullable String region) {
        this.decoder = decoder;
        this.idColumn = idColumn;
        this.region = region;
    }

    /** @throws UncheckedIOException where the file cannot be closed */
    void read(Path file, Format format, Consumer<ContactRow> rows, Consumer<RefusedRow> refused) {
        try (Payloads payloads = decoder.open(file, format, DecodeOptions.DEFAULT)) {
            payloads.forEachRemaining(payload -> {
                if (payload instanceof Payload.Unreadable unreadable) {
                    refused.accept(new RefusedRow(unreadable.line(), unreadable.reason()));
                } else {
                    read((Payload.Readable) payload, rows, refused);
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read(Payload.Readable payload, Consumer<ContactRow> rows, Consumer<RefusedRow> refused) {
        Map<Field, List<String>> cells = byField((Map<?, ?>) payload.content());
        String id = first(cells, Field.ID);
        if (id == null) {
            refused.accept(new RefusedRow(
                    payload.line(),
                    "no column tells the contact's id in the CRM; name it with --id COLUMN, or call it 'id'"));
        } else {
            rows.accept(contact(payload.line(), id, cells));
        }
    }

    private ContactRow contact(long line, String id, Map<Field, List<String>> cells) {
        String given = first(cells, Field.GIVEN_NAME);
        String family = first(cells, Field.FAMILY_NAME);
        String full = first(cells, Field.NAME);
        String joined = Stream.of(given, family).filter(Objects::nonNull).collect(Collectors.joining(" "));
        String name = full != null ? full : joined.isEmpty() ? id : joined;
        return new ContactRow(
                line, id, name, given, family, first(cells, Field.COMPANY), details(cells), points(cells));
    }

    private ContactDetails details(Map<Field, List<String>> cells) {
        return new ContactDetails(
                first(cells, Field.STREET),
                first(cells, Field.POSTCODE),
                first(cells, Field.CITY),
                first(cells, Field.COUNTRY),
                ContactDates.date(first(cells, Field.BIRTH_DATE)).orElse(null),
                Consent.of(first(cells, Field.CONSENT)).orElse(null),
                first(cells, Field.SOURCE),
                ContactDates.time(first(cells, Field.CHANGED_AT)).orElse(null));
    }

    private List<Identifier> points(Map<Field, List<String>> cells) {
        String country = first(cells, Field.COUNTRY);
        String numbersOf =
                country != null && TWO_LETTERS.matcher(country).matches() ? country.toUpperCase(Locale.ROOT) : region;
        List<Identifier> points = new ArrayList<>();
        all(cells, Field.EMAIL).forEach(value -> points.add(Identifier.email(value)));
        all(cells, Field.PHONE).forEach(value -> points.add(Identifier.phone(value, numbersOf)));
        all(cells, Field.HANDLE).forEach(value -> points.add(named(value)));
        return points;
    }

    /** {@code x:@ann} is a handle, {@code id:line/@acme:U12ab} a platform's id. */
    private static Identifier named(String value) {
        String known = value.startsWith("id:") ? value.substring(3) : value;
        int colon = known.indexOf(':');
        if (colon < 1) {
            return new Identifier(IdentifierType.HANDLE, known, value, false);
        }
        String scope = known.substring(0, colon);
        String name = known.substring(colon + 1);
        return value.startsWith("id:") ? Identifier.id(scope, name) : Identifier.handle(scope, name);
    }

    private Map<Field, List<String>> byField(Map<?, ?> cells) {
        Map<Field, List<String>> byField = new EnumMap<>(Field.class);
        cells.forEach((column, cell) -> {
            if (cell != null) {
                fields.computeIfAbsent(column.toString(), this::fieldOf)
                        .ifPresent(field -> byField.computeIfAbsent(field, it -> new ArrayList<>())
                                .add(cell.toString()));
            }
        });
        return byField;
    }

    private Optional<Field> fieldOf(String column) {
        if (column.equals(idColumn)) {
            return Optional.of(Field.ID);
        }
        return ContactColumns.fieldOf(column).filter(field -> idColumn == null || field != Field.ID);
    }

    /** The first cell of the field that is not blank, as a whole: a name may hold a semicolon. */
    private static @Nullable String first(Map<Field, List<String>> cells, Field field) {
        for (String cell : cells.getOrDefault(field, List.of())) {
            if (!cell.isBlank()) {
                return cell.strip();
            }
        }
        return null;
    }

    private static List<String> all(Map<Field, List<String>> cells, Field field) {
        return cells.getOrDefault(field, List.of()).stream()
                .flatMap(cell -> ContactColumns.values(cell).stream())
                .toList();
    }
}
