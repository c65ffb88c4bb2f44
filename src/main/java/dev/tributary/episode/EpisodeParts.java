package dev.tributary.episode;

import dev.tributary.interaction.NaturalKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The ties between interactions, and the rows of {@code episode_part}. */
final class EpisodeParts {

    private static final int BATCH = 500;

    /** Who a message belongs to: the customer who wrote it, or to whom we wrote. */
    private static final String CUSTOMER = """
            JOIN interaction_participant %1$s_role ON %1$s_role.interaction_id = %1$s.id
              AND ((%1$s.direction = 'INBOUND' AND %1$s_role.role = 'AUTHOR')
                OR (%1$s.direction = 'OUTBOUND' AND %1$s_role.role = 'RECIPIENT'))
            JOIN participant %1$s_person ON %1$s_person.id = %1$s_role.participant_id
            """;

    /** A post that shares another begins an episode of its own. */
    private static final String TIES = """
            SELECT one.conversation_key AS one_key, one_person.id AS one_id, one_person.natural_key AS one_person,
                   other.conversation_key AS other_key, other_person.id AS other_id,
                   other_person.natural_key AS other_person
            FROM interaction_relation r
            JOIN interaction one ON one.id = r.interaction_id
            JOIN interaction other ON other.natural_key = r.target_key
            %s %s
            WHERE r.type <> 'SHARED_FROM'
              AND (one.conversation_key <> other.conversation_key OR one_person.id <> other_person.id)""".formatted(CUSTOMER.formatted("one"), CUSTOMER.formatted("other"));

    private final JdbcTemplate jdbc;

    EpisodeParts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The ties of which either end changed since. */
    Set<Part.Tie> changedTies(long published) {
        Set<Part.Tie> ties = new HashSet<>(ties("one.changed_run > ?", List.of(published)));
        ties.addAll(ties("other.changed_run > ?", List.of(published)));
        return ties;
    }

    /** The episodes of the conversations in which anything changed since: a tie of theirs may be gone. */
    List<byte[]> changedEpisodes(long published) {
        return jdbc.queryForList("""
                SELECT DISTINCT part.episode FROM episode_part part
                JOIN interaction i ON i.conversation_key = part.conversation_key WHERE i.changed_run > ?""", byte[].class, published);
    }

    /** All ties of these conversations. */
    Set<Part.Tie> tiesOf(Collection<NaturalKey> conversations) {
        Set<Part.Tie> ties = new HashSet<>();
        inBatches(conversations, keys -> {
            String in = " IN (" + "?, ".repeat(keys.size() - 1) + "?)";
            ties.addAll(ties("one.conversation_key" + in, keys));
            ties.addAll(ties("other.conversation_key" + in, keys));
        });
        return ties;
    }

    private List<Part.Tie> ties(String condition, List<?> parameters) {
        return jdbc.query(
                TIES + " AND " + condition,
                (row, number) -> new Part.Tie(part(row, "one"), part(row, "other")),
                parameters.toArray());
    }

    private static Part part(ResultSet row, String end) throws SQLException {
        return new Part(
                NaturalKey.of(row.getBytes(end + "_key")),
                row.getLong(end + "_id"),
                NaturalKey.of(row.getBytes(end + "_person")));
    }

    /** What is known of these conversations and episodes. */
    Map<Part, NaturalKey> known(Collection<NaturalKey> conversations, Collection<byte[]> episodes) {
        Map<Part, NaturalKey> known = new TreeMap<>();
        RowCallbackHandler each = row -> known.put(
                new Part(
                        NaturalKey.of(row.getBytes("conversation_key")),
                        row.getLong("participant_id"),
                        NaturalKey.of(row.getBytes("natural_key"))),
                NaturalKey.of(row.getBytes("episode")));
        String select = """
                SELECT part.conversation_key, part.participant_id, part.episode, p.natural_key
                FROM episode_part part JOIN participant p ON p.id = part.participant_id WHERE part.%s IN (%s)""";
        inBatches(
                conversations,
                keys -> jdbc.query(
                        select.formatted("conversation_key", "?, ".repeat(keys.size() - 1) + "?"),
                        each,
                        keys.toArray()));
        inBatches(
                episodes.stream().map(NaturalKey::of).toList(),
                keys -> jdbc.query(
                        select.formatted("episode", "?, ".repeat(keys.size() - 1) + "?"), each, keys.toArray()));
        return known;
    }

    /** Replaces what was known, and has the messages of every part that changed published again. */
    int replace(Map<Part, NaturalKey> before, Map<Part, NaturalKey> after, long run) {
        Set<Part> changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(part -> after.containsKey(part) && after.get(part).equals(before.get(part)));
        List<Object[]> gone = new ArrayList<>();
        List<Object[]> fresh = new ArrayList<>();
        List<Object[]> touched = new ArrayList<>();
        for (Part part : changed) {
            byte[] key = part.conversation().bytes();
            gone.add(new Object[] {key, part.participant()});
            touched.add(new Object[] {run, key, run, part.participant()});
            if (after.containsKey(part)) {
                fresh.add(new Object[] {key, part.participant(), after.get(part).bytes()});
            }
        }
        jdbc.batchUpdate("DELETE FROM episode_part WHERE conversation_key = ? AND participant_id = ?", gone);
        jdbc.batchUpdate(
                "INSERT INTO episode_part (conversation_key, participant_id, episode) VALUES (?, ?, ?)", fresh);
        jdbc.batchUpdate("""
                UPDATE interaction SET changed_run = ? WHERE conversation_key = ? AND changed_run < ? AND id IN
                  (SELECT interaction_id FROM interaction_participant WHERE participant_id = ?)""", touched);
        return changed.size();
    }

    private static void inBatches(Collection<NaturalKey> keys, Consumer<List<byte[]>> query) {
        List<byte[]> all = keys.stream().distinct().map(NaturalKey::bytes).toList();
        for (int from = 0; from < all.size(); from += BATCH) {
            query.accept(all.subList(from, Math.min(from + BATCH, all.size())));
        }
    }
}
