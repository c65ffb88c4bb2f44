package dev.tributary.duplicate;

import dev.tributary.interaction.IdentifierType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pairs of contacts that wait for a person: those that nobody has merged or kept apart. Thread-safe. */
@Component
@Transactional(readOnly = true)
public class DuplicateQueue {

    private static final String PAIRS = """
            SELECT d.first_id, d.second_id, d.outcome, d.rule, d.confidence, d.refused, d.agreement
            FROM contact_duplicate d
            JOIN crm_contact one ON one.id = d.first_id AND one.survivor_id IS NULL
            JOIN crm_contact other ON other.id = d.second_id AND other.survivor_id IS NULL
            WHERE NOT EXISTS (
                SELECT 1 FROM never_merge n
                JOIN crm_contact a ON a.id = n.first_id JOIN crm_contact b ON b.id = n.second_id
                WHERE n.active = TRUE
                  AND ((COALESCE(a.survivor_id, a.id) = d.first_id AND COALESCE(b.survivor_id, b.id) = d.second_id)
                    OR (COALESCE(a.survivor_id, a.id) = d.second_id AND COALESCE(b.survivor_id, b.id) = d.first_id)))
            """;

    private static final String AFTER = """
            AND (d.confidence < :confidence
              OR d.confidence = :confidence AND (d.first_id > :first OR d.first_id = :first AND d.second_id > :second))
            """;

    private static final String BY_LIKELIHOOD = "ORDER BY d.confidence DESC, d.first_id, d.second_id LIMIT :limit";

    private static final String SIDES = """
            SELECT c.id, g.contact, g.name, g.company, g.street, g.postcode, g.city, g.country, g.birth_date,
                   (SELECT COUNT(*) FROM crm_timeline_entry e WHERE e.contact_id = c.id) AS messages,
                   (SELECT MAX(e.occurred_at) FROM crm_timeline_entry e WHERE e.contact_id = c.id) AS last_at
            FROM crm_contact c JOIN crm_golden_contact g ON g.contact = c.external_id
            WHERE c.id IN (:ids)""";

    private static final String POINTS = """
            SELECT DISTINCT COALESCE(c.survivor_id, c.id), p.type, p.value_text FROM crm_contact_point p
            JOIN crm_contact c ON c.id = p.contact_id
            WHERE c.id IN (:ids) OR c.survivor_id IN (:ids)""";

    /**
     * Two contacts that may be one.
     *
     * @param first the contact that would survive
     * @param refused why a rule's MATCH was not taken for one; null where it was, and for a POSSIBLE_MATCH
     * @param agreement how far each field agrees, such as {@code email same, given close}
     */
    public record Waiting(
            Side first,
            Side second,
            String outcome,
            String rule,
            double confidence,
            @Nullable String refused,
            String agreement) {

        /** Where the page after this pair begins. */
        public Mark mark() {
            return new Mark(confidence, first.number(), second.number());
        }
    }

    /** A place in the queue: behind the pair with this likelihood and these contacts. */
    public record Mark(double confidence, long first, long second) {}

    /**
     * A contact as its golden record shows it.
     *
     * @param number Tributary's own
     * @param contact the CRM's id
     * @param points addresses, numbers and handles, in the order of type and value
     * @param messages on its timeline
     * @param lastAt when the latest of them was said, in UTC; null where there is none
     */
    public record Side(
            long number,
            String contact,
            String name,
            @Nullable String company,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String country,
            @Nullable LocalDate birth,
            List<Point> points,
            long messages,
            @Nullable LocalDateTime lastAt) {}

    /** @param shared whether the other contact of the pair carries it too */
    public record Point(IdentifierType type, String value, boolean shared) {}

    private record Value(IdentifierType type, String value) implements Comparable<Value> {

        private static final Comparator<Value> ORDER =
                Comparator.comparing(Value::type).thenComparing(Value::value);

        @Override
        public int compareTo(Value other) {
            return ORDER.compare(this, other);
        }
    }

    private record Row(
            long firstId,
            long secondId,
            String outcome,
            String rule,
            double confidence,
            @Nullable String refused,
            String agreement) {}

    private final JdbcClient jdbc;

    DuplicateQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The likeliest first.
     *
     * @param after where the page before it ended; null for the first
     * @param limit the most pairs that are wanted
     */
    public List<Waiting> open(@Nullable Mark after, int limit) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(PAIRS + (after == null ? "" : AFTER) + BY_LIKELIHOOD).param("limit", limit);
        if (after != null) {
            statement = statement
                    .param("confidence", after.confidence())
                    .param("first", after.first())
                    .param("second", after.second());
        }
        return waiting(statement.query(Row.class).list());
    }

    /**
     * @param first and {@code second}: Tributary's own numbers
     * @return empty where the pair does not wait
     */
    public Optional<Waiting> find(long first, long second) {
        return waiting(jdbc.sql(PAIRS + "AND d.first_id = :first AND d.second_id = :second")
                        .param("first", first)
                        .param("second", second)
                        .query(Row.class)
                        .list())
                .stream()
                .findFirst();
    }

    private List<Waiting> waiting(List<Row> rows) {
        Set<Long> ids = new TreeSet<>();
        rows.forEach(row -> ids.addAll(List.of(row.firstId(), row.secondId())));
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Set<Value>> points = points(ids);
        Map<Long, Side> sides = sides(ids);
        return rows.stream().map(row -> waiting(row, sides, points)).toList();
    }

    private static Waiting waiting(Row row, Map<Long, Side> sides, Map<Long, Set<Value>> points) {
        Set<Value> ours = points.getOrDefault(row.firstId(), Set.of());
        Set<Value> theirs = points.getOrDefault(row.secondId(), Set.of());
        return new Waiting(
                with(sides.get(row.firstId()), ours, theirs),
                with(sides.get(row.secondId()), theirs, ours),
                row.outcome(),
                row.rule(),
                row.confidence(),
                row.refused(),
                row.agreement());
    }

    private static Side with(@Nullable Side bare, Set<Value> own, Set<Value> others) {
        Side it = Objects.requireNonNull(bare);
        Set<Value> common = new HashSet<>(own);
        common.retainAll(others);
        List<Point> points = own.stream()
                .map(value -> new Point(value.type(), value.value(), common.contains(value)))
                .toList();
        return new Side(
                it.number(),
                it.contact(),
                it.name(),
                it.company(),
                it.street(),
                it.postcode(),
                it.city(),
                it.country(),
                it.birth(),
                points,
                it.messages(),
                it.lastAt());
    }

    private Map<Long, Set<Value>> points(Set<Long> ids) {
        Map<Long, Set<Value>> points = new HashMap<>();
        jdbc.sql(POINTS).param("ids", ids).query(row -> {
            points.computeIfAbsent(row.getLong(1), id -> new TreeSet<>())
                    .add(new Value(IdentifierType.valueOf(row.getString(2)), row.getString(3)));
        });
        return points;
    }

    private Map<Long, Side> sides(Set<Long> ids) {
        Map<Long, Side> sides = new HashMap<>();
        jdbc.sql(SIDES).param("ids", ids).query(row -> {
            sides.put(
                    row.getLong("id"),
                    new Side(
                            row.getLong("id"),
                            row.getString("contact"),
                            row.getString("name"),
                            row.getString("company"),
                            row.getString("street"),
                            row.getString("postcode"),
                            row.getString("city"),
                            row.getString("country"),
                            row.getObject("birth_date", LocalDate.class),
                            List.of(),
                            row.getLong("messages"),
                            row.getObject("last_at", LocalDateTime.class)));
        });
        return sides;
    }
}
