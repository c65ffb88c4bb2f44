package dev.tributary.identity;

import dev.tributary.identity.Candidate.KnownContact;
import dev.tributary.match.Field;
import dev.tributary.match.Profile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the CRM holds of contacts that are to be explained, each asked for once. Not thread-safe. */
final class ContactFacts {

    /** Field by field, as it is written; and the same to be compared. */
    record Values(Map<Field, List<String>> written, Profile profile) {

        List<String> of(Field field) {
            return written.getOrDefault(field, List.of());
        }
    }

    private final JdbcClient jdbc;
    private final Map<Long, String> externalIds = new HashMap<>();
    private final Map<Long, Values> values = new HashMap<>();

    ContactFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The CRM's id. */
    String externalId(long contact) {
        return externalIds.computeIfAbsent(
                contact,
                id -> jdbc.sql("SELECT external_id FROM crm_contact WHERE id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single());
    }

    Values values(KnownContact contact) {
        return values.computeIfAbsent(contact.id(), id -> read(contact));
    }

    private Values read(KnownContact contact) {
        Map<Field, List<String>> written = new EnumMap<>(Field.class);
        Profile.Builder profile = Profile.builder(null)
                .add(Field.NAME, contact.name())
                .add(Field.GIVEN, contact.given())
                .add(Field.FAMILY, contact.family())
                .add(Field.COMPANY, contact.company());
        written.put(Field.NAME, List.of(contact.name()));
        written.put(Field.GIVEN, Stream.ofNullable(contact.given()).toList());
        written.put(Field.FAMILY, Stream.ofNullable(contact.family()).toList());
        written.put(Field.COMPANY, Stream.ofNullable(contact.company()).toList());
        jdbc.sql("SELECT p.type, p.value_text, p.raw FROM crm_contact_point p JOIN crm_contact c ON c.id = p.contact_id"
                        + " WHERE COALESCE(c.survivor_id, c.id) = :contact AND p.origin = 'CRM'"
                        + " ORDER BY p.type, p.value_text")
                .param("contact", contact.id())
                .query(row -> {
                    Field field = Field.valueOf(row.getString(1));
                    profile.addCanonical(field, row.getString(2));
                    Objects.requireNonNull(written.computeIfAbsent(field, any -> new ArrayList<>()))
                            .add(row.getString(3));
                });
        return new Values(written, profile.build());
    }
}
