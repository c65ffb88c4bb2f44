package dev.tributary.duplicate;

import dev.tributary.match.Field;
import dev.tributary.match.IdPair;
import dev.tributary.match.Profile;
import dev.tributary.match.Vocabulary;
import dev.tributary.resolve.Person;
import dev.tributary.store.FetchSize;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The contacts of the CRM as people to be compared: each with its golden record, and with the addresses, numbers and handles that
 * the CRM itself holds of it and of those merged into it. What was learned from links is left out, for a link is no evidence.
 */
@Component
class CrmPeople {

    private static final String CONTACTS = """
            SELECT root.id, g.contact AS external_id, g.name, g.given_name, g.family_name, g.company, g.street, g.postcode,
                   g.city, g.birth_date, p.type, p.value_text
            FROM crm_contact c
            JOIN crm_contact root ON root.id = COALESCE(c.survivor_id, c.id)
            JOIN crm_golden_contact g ON g.contact = root.external_id
            LEFT JOIN crm_contact_point p ON p.contact_id = c.id AND p.origin = 'CRM' AND p.usable = TRUE
            ORDER BY root.id, p.type, p.value_text""";

    private static final String NEVER = """
            SELECT one.external_id, other.external_id FROM never_merge n
            JOIN crm_contact a ON a.id = n.first_id JOIN crm_contact one ON one.id = COALESCE(a.survivor_id, a.id)
            JOIN crm_contact b ON b.id = n.second_id JOIN crm_contact other ON other.id = COALESCE(b.survivor_id, b.id)
            WHERE n.active = TRUE""";

    /**
     * A list of contacts.
     *
     * @param numbers Tributary's own, by the CRM's id
     */
    record Book(List<Person> people, Map<String, Long> numbers, Vocabulary vocabulary) {}

    private final JdbcTemplate jdbc;
    private final DataSource dataSource;

    CrmPeople(JdbcTemplate jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    Book read() {
        Reading reading = new Reading();
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(CONTACTS);
                    statement.setFetchSize(FetchSize.streaming(dataSource));
                    return statement;
                },
                reading::take);
        return reading.book();
    }

    /** The pairs that a person said are two. */
    Set<IdPair> never() {
        Set<IdPair> never = new HashSet<>();
        jdbc.query(NEVER, row -> {
            never.add(new IdPair(row.getString(1), row.getString(2)));
        });
        return never;
    }

    private static final class Reading {

        private final Vocabulary vocabulary = new Vocabulary(null);
        private final List<Person> people = new ArrayList<>();
        private final Map<String, Long> numbers = new HashMap<>();
        private Profile.@Nullable Builder profile;
        private @Nullable String id;

        private void take(ResultSet row) throws SQLException {
            String next = row.getString("external_id");
            if (!next.equals(id)) {
                end();
                begin(next, row);
            }
            String type = row.getString("type");
            if (type != null && profile != null) {
                profile.addCanonical(Field.valueOf(type), row.getString("value_text"));
            }
        }

        private void begin(String next, ResultSet row) throws SQLException {
            id = next;
            numbers.put(next, row.getLong("id"));
            profile = vocabulary
                    .profile()
                    .add(Field.NAME, row.getString("name"))
                    .add(Field.GIVEN, row.getString("given_name"))
                    .add(Field.FAMILY, row.getString("family_name"))
                    .add(Field.COMPANY, row.getString("company"))
                    .add(Field.STREET, row.getString("street"))
                    .add(Field.POSTCODE, row.getString("postcode"))
                    .add(Field.CITY, row.getString("city"))
                    .add(Field.BIRTH, row.getString("birth_date"));
        }

        private void end() {
            if (profile != null && id != null) {
                people.add(new Person(id, profile.build()));
            }
        }

        private Book book() {
            end();
            return new Book(people, numbers, vocabulary);
        }
    }
}
