package dev.tributary.identity;

import dev.tributary.due.Due;
import dev.tributary.identity.SharedRow.Key;
import dev.tributary.identity.SharedRow.Origin;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.SharedKind;
import dev.tributary.store.Portions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code shared_identifier}: a steward's word goes before the file's, and the file's before what is found. */
final class SharedRows {

    private static final String WRITE = """
            INSERT INTO shared_identifier
              (type, value_text, kind, since, until, contact_id, origin, actor, reason, decided_at, ended_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE kind = VALUES(kind), since = VALUES(since), until = VALUES(until),
              contact_id = VALUES(contact_id), origin = VALUES(origin), actor = VALUES(actor), reason = VALUES(reason),
              decided_at = VALUES(decided_at), ended_at = VALUES(ended_at)""";

    private static final String END = "UPDATE shared_identifier SET ended_at = ? WHERE type = ? AND value_text = ?";

    private static final String READ = """
            SELECT type, value_text, kind, since, until, contact_id, origin, actor, reason, decided_at, ended_at
            FROM shared_identifier""";

    /** @param ended null while it counts */
    record Stored(
            SharedRow row, LocalDateTime decided, @Nullable LocalDateTime ended) {

        boolean isStewards() {
            return row.origin() == Origin.STEWARD;
        }
    }

    private final JdbcTemplate jdbc;
    private final Due due;

    /** @param due takes the users of whatever is written */
    SharedRows(JdbcTemplate jdbc, Due due) {
        this.jdbc = jdbc;
        this.due = due;
    }

    /**
     * Makes the table hold what was found, but for what stewards said. Writes only what differs.
     *
     * @param asked of which identifiers it would have been found; null where of all
     * @return how many rows were written
     */
    int bringUpToDate(Map<Key, SharedRow> found, @Nullable Set<Key> asked, LocalDateTime now) {
        Map<Key, Stored> stored = all();
        List<Key> changed = new ArrayList<>();
        List<Object[]> written = new ArrayList<>();
        found.forEach((key, row) -> {
            Stored known = stored.get(key);
            boolean isSame =
                    known != null && known.ended() == null && known.row().equals(row);
            if (!isSame && (known == null || !known.isStewards())) {
                written.add(parameters(row, now, null));
                changed.add(key);
            }
        });
        List<Object[]> ended = new ArrayList<>();
        stored.forEach((key, known) -> {
            boolean isAsked = asked == null || asked.contains(key);
            if (isAsked && known.ended() == null && !known.isStewards() && !found.containsKey(key)) {
                ended.add(new Object[] {now, key.type().name(), key.value()});
                changed.add(key);
            }
        });
        batch(WRITE, written);
        batch(END, ended);
        usersAreDue(changed);
        return changed.size();
    }

    /** Writes a steward's word over whatever is there. */
    void write(SharedRow row, LocalDateTime now, boolean counts) {
        jdbc.update(WRITE, parameters(row, now, counts ? null : now));
        usersAreDue(List.of(row.key()));
    }

    /** Writes rows over whatever is there. */
    void write(Collection<Stored> written) {
        batch(
                WRITE,
                written.stream()
                        .map(it -> parameters(it.row(), it.decided(), it.ended()))
                        .toList());
        usersAreDue(written.stream().map(it -> it.row().key()).toList());
    }

    void delete(Collection<Key> keys) {
        batch(
                "DELETE FROM shared_identifier WHERE type = ? AND value_text = ?",
                keys.stream()
                        .map(it -> new Object[] {it.type().name(), it.value()})
                        .toList());
        usersAreDue(keys);
    }

    private void usersAreDue(Collection<Key> keys) {
        due.usersOf(keys.stream()
                .map(it -> new Due.Value(it.type().name(), it.value()))
                .toList());
    }

    /** Those of these that there are. */
    Map<Key, Stored> find(Collection<Key> keys) {
        Set<Key> asked = new HashSet<>(keys);
        Map<Key, Stored> found = new HashMap<>();
        for (List<String> some : Portions.sorted(asked.stream().map(Key::value).toList())) {
            jdbc.query(
                    READ + " WHERE type IN ('EMAIL', 'PHONE', 'HANDLE', 'ID') AND value_text IN ("
                            + Portions.marks(some) + ")",
                    row -> {
                        Stored stored = stored(row);
                        found.put(stored.row().key(), stored);
                    },
                    some.toArray());
        }
        found.keySet().retainAll(asked);
        return found;
    }

    /** Every row in the order of type and value. */
    Map<Key, Stored> all() {
        Map<Key, Stored> all = new TreeMap<>();
        jdbc.query(READ, row -> {
            Stored stored = stored(row);
            all.put(stored.row().key(), stored);
        });
        return all;
    }

    @Nullable
    Stored find(Key key) {
        return jdbc
                .query(
                        READ + " WHERE type = ? AND value_text = ?",
                        (row, number) -> stored(row),
                        key.type().name(),
                        key.value())
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        long contact = row.getLong("contact_id");
        boolean hasContact = !row.wasNull();
        return new Stored(
                new SharedRow(
                        new Key(IdentifierType.valueOf(row.getString("type")), row.getString("value_text")),
                        SharedKind.valueOf(row.getString("kind")),
                        row.getObject("since", LocalDateTime.class),
                        row.getObject("until", LocalDateTime.class),
                        hasContact ? contact : null,
                        Origin.valueOf(row.getString("origin")),
                        row.getString("actor"),
                        row.getString("reason")),
                row.getObject("decided_at", LocalDateTime.class),
                row.getObject("ended_at", LocalDateTime.class));
    }

    private static Object[] parameters(SharedRow row, LocalDateTime now, @Nullable LocalDateTime ended) {
        return new Object[] {
            row.key().type().name(),
            row.key().value(),
            row.kind().name(),
            row.since(),
            row.until(),
            row.contact(),
            row.origin().name(),
            row.actor(),
            row.reason(),
            now,
            ended
        };
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
