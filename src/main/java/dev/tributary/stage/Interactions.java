package dev.tributary.stage;

import dev.tributary.interaction.NaturalKey;
import dev.tributary.stage.Normalised.Message;
import dev.tributary.stage.Normalised.Withdrawal;
import dev.tributary.store.BulkInsert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The rows of {@code interaction} and of the tables that hang on it. */
final class Interactions {

    private static final String RECALL = """
            SELECT i.id, i.natural_key, i.type, i.content_hash, i.deleted_at, i.occurred_at, i.undated,
                   i.version_own, i.version_at, i.version_source, i.version_segment, i.version_line, w.source, w.run_id
            FROM interaction i LEFT JOIN interaction_witness w ON w.interaction_id = i.id
            WHERE i.natural_key IN (%s)""";

    private static final String STANDS = """
            SELECT id, natural_key, version_own, version_at, version_source, version_segment, version_line
            FROM interaction WHERE natural_key IN (%s) ORDER BY natural_key""";

    /** In the order of {@link Row#insertion}. */
    private static final List<String> COLUMNS = List.of(
            "type",
            "visibility",
            "direction",
            "occurred_at",
            "utc_offset",
            "edited_at",
            "conversation_id",
            "subject",
            "in_reply_to",
            "parent_key",
            "conversation_key",
            "author_id",
            "body",
            "html",
            "language",
            "attachments",
            "url",
            "content_hash",
            "version_own",
            "version_at",
            "version_source",
            "version_segment",
            "version_line",
            "changed_run",
            "fingerprint",
            "undated",
            "natural_key",
            "channel",
            "account",
            "native_id",
            "deleted_at",
            "created_run");

    /** The words of a withdrawn message do not come back; a version never gives way to an older one. */
    private static final String REVISE = """
            UPDATE interaction SET
              type = ?, visibility = ?, direction = ?,
              occurred_at = LEAST(COALESCE(occurred_at, '9999-12-31'), ?), utc_offset = ?, edited_at = ?,
              conversation_id = ?, subject = ?, in_reply_to = ?, parent_key = ?, conversation_key = ?, author_id = ?,
              body = CASE WHEN deleted_at IS NULL THEN ? END, html = CASE WHEN deleted_at IS NULL THEN ? END,
              language = ?, attachments = CASE WHEN deleted_at IS NULL THEN ? END, url = ?, content_hash = ?,
              version_own = ?, version_at = ?, version_source = ?, version_segment = ?, version_line = ?, changed_run = ?,
              fingerprint = CASE WHEN deleted_at IS NULL THEN CAST(? AS BINARY(16)) END, undated = ?
            WHERE id = ?
              AND (type IS NULL
                OR (version_source = ? AND (version_at < ? OR (version_at = ?
                    AND (version_segment < ? OR (version_segment = ? AND version_line <= ?)))))
                OR (version_source <> ? AND (version_own < ? OR (version_own = ?
                    AND (version_at < ? OR (version_at = ? AND version_source > ?))))))""";

    private static final String BURY = """
            UPDATE interaction SET deleted_at = LEAST(COALESCE(deleted_at, ?), ?),
              body = NULL, html = NULL, attachments = NULL, fingerprint = NULL, changed_run = ?
            WHERE id = ?""";

    private static final String ANTEDATE =
            "UPDATE interaction SET occurred_at = ?, changed_run = ? WHERE id = ? AND occurred_at > ?";

    private static final String TIE = """
            INSERT INTO interaction_relation (interaction_id, type, target_key, target, proof) VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE target = VALUES(target)""";

    private static final String OFFER = """
            INSERT INTO interaction_offer (interaction_id, offer_key, offer) VALUES (?, ?, ?)
            ON DUPLICATE KEY UPDATE offer = VALUES(offer)""";

    private static final String USE = """
            INSERT INTO interaction_offer_use (interaction_id, type, offer_key, offer, proof) VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE offer = VALUES(offer)""";

    /** What hangs on an interaction and is written anew with each of its versions. */
    private static final List<String> CONNECTIONS =
            List.of("interaction_participant", "interaction_relation", "interaction_offer", "interaction_offer_use");

    private final JdbcTemplate jdbc;
    private final long run;
    private final boolean late;
    private final BulkInsert interactions;
    private final BulkInsert witnesses;
    private final BulkInsert roles;

    /** @param late whether a run goes on after a later one was counted */
    Interactions(JdbcTemplate jdbc, long run, boolean late) {
        this.jdbc = jdbc;
        this.run = run;
        this.late = late;
        this.interactions = BulkInsert.into(jdbc, "interaction", "natural_key", COLUMNS);
        this.witnesses = BulkInsert.into(
                jdbc,
                "interaction_witness",
                "interaction_id",
                List.of("interaction_id", "source", "segment", "line", "run_id", "counted_on"));
        this.roles = BulkInsert.into(
                jdbc, "interaction_participant", "interaction_id", List.of("interaction_id", "participant_id", "role"));
    }

    /** What the tables hold of these keys, in the keys' order; those that are absent are left out. */
    Map<NaturalKey, StoredInteraction> recall(Collection<NaturalKey> keys) {
        Map<NaturalKey, StoredInteraction> found = new TreeMap<>();
        Keys.inBatches(keys, batch -> {
            RowCallbackHandler each = row -> recall(row, found);
            jdbc.query(RECALL.formatted(Keys.placeholders(batch.size())), each, Keys.parameters(batch));
        });
        return found;
    }

    private void recall(ResultSet row, Map<NaturalKey, StoredInteraction> found) throws SQLException {
        NaturalKey key = NaturalKey.of(row.getBytes("natural_key"));
        StoredInteraction stored = found.get(key);
        if (stored == null) {
            stored = StoredInteraction.stored(
                    key,
                    run,
                    row.getLong("id"),
                    row.getString("type") == null ? null : NaturalKey.of(row.getBytes("content_hash")),
                    version(row),
                    row.getObject("deleted_at", LocalDateTime.class),
                    row.getObject("occurred_at", LocalDateTime.class),
                    row.getBoolean("undated"));
            found.put(key, stored);
        }
        if (row.getString("source") != null) {
            stored.storedWitness(row.getString("source"), row.getLong("run_id"));
        }
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getBoolean("version_own"),
                row.getObject("version_at", LocalDateTime.class),
                row.getString("version_source"),
                row.getLong("version_segment"),
                row.getLong("version_line"));
    }

    /**
     * Inserts those that were absent and gives them their ids.
     *
     * @return those that another partition had inserted meanwhile: their content is still to be weighed against what is there
     */
    List<StoredInteraction> insert(Collection<StoredInteraction> absent, Participants people) {
        if (absent.isEmpty()) {
            return List.of();
        }
        interactions.absent(absent.stream().map(it -> insertion(it, people)).toList());
        Map<NaturalKey, StoredInteraction> byKey = new TreeMap<>();
        absent.forEach(it -> byKey.put(it.key(), it));
        List<StoredInteraction> raced = new ArrayList<>();
        stands(byKey.keySet(), row -> {
            StoredInteraction mine = byKey.get(NaturalKey.of(row.getBytes("natural_key")));
            mine.id(row.getLong("id"));
            if (!version(row).equals(mine.version())) {
                raced.add(mine);
            }
        });
        return raced;
    }

    private void stands(Collection<NaturalKey> keys, RowCallbackHandler each) {
        Keys.inBatches(
                keys,
                batch -> jdbc.query(STANDS.formatted(Keys.placeholders(batch.size())), each, Keys.parameters(batch)));
    }

    /** @return those whose version stands now: another partition may have brought a later one */
    List<StoredInteraction> revise(Collection<StoredInteraction> known, Participants people) {
        List<Object[]> rows = new ArrayList<>();
        Map<NaturalKey, StoredInteraction> revised = new TreeMap<>();
        for (StoredInteraction it : known) {
            if (it.content() != null) {
                rows.add(Row.revision(it.id(), it.content(), it.occurredAt(), run, people));
                revised.put(it.key(), it);
            }
        }
        batch(REVISE, rows);
        List<StoredInteraction> standing = new ArrayList<>();
        stands(revised.keySet(), row -> {
            StoredInteraction mine = revised.get(NaturalKey.of(row.getBytes("natural_key")));
            if (version(row).equals(mine.version())) {
                standing.add(mine);
            }
        });
        return standing;
    }

    void bury(Collection<StoredInteraction> buried) {
        batch(
                BURY,
                buried.stream()
                        .map(it -> new Object[] {it.deletedAt(), it.deletedAt(), run, it.id()})
                        .toList());
    }

    /** An edit that came first may not have told when the message was written. */
    void antedate(Collection<StoredInteraction> antedated) {
        batch(
                ANTEDATE,
                antedated.stream()
                        .map(it -> new Object[] {it.occurredAt(), run, it.id(), it.occurredAt()})
                        .toList());
    }

    /** Forgets who is in these interactions and what they are tied to. */
    void disconnect(Collection<StoredInteraction> revised) {
        List<Object[]> ids = revised.stream().map(it -> new Object[] {it.id()}).toList();
        CONNECTIONS.forEach(table -> batch("DELETE FROM " + table + " WHERE interaction_id = ?", ids));
    }

    /** Says who is in these interactions and what they are tied to. */
    void connect(Collection<StoredInteraction> changed, Participants people) {
        List<@Nullable Object[]> present = new ArrayList<>();
        List<Object[]> ties = new ArrayList<>();
        List<Object[]> offers = new ArrayList<>();
        List<Object[]> uses = new ArrayList<>();
        for (StoredInteraction it : changed) {
            Message message = it.content();
            if (message != null) {
                present.addAll(Row.roles(it.id(), message, people));
                ties.addAll(Row.ties(it.id(), message));
                offers.addAll(Row.offers(it.id(), message));
                uses.addAll(Row.uses(it.id(), message));
            }
        }
        roles.absent(present);
        batch(TIE, ties);
        batch(OFFER, offers);
        batch(USE, uses);
    }

    /** Each report has its day from the first, so that counting the days does not write to all. Of a late run it would count as counted. */
    void witness(Collection<StoredInteraction> reported) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        reported.forEach(it -> it.newWitnesses()
                .forEach((source, at) -> rows.add(
                        new @Nullable Object[] {it.id(), source, at.segment(), at.line(), run, late ? null : it.day()
                        })));
        witnesses.absent(rows);
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    private @Nullable Object[] insertion(StoredInteraction it, Participants people) {
        Message message = it.content();
        Withdrawal withdrawal = it.withdrawal();
        return message == null
                ? Row.tombstone(withdrawal, it.version(), it.deletedAt(), run)
                : Row.insertion(message, it.occurredAt(), it.deletedAt(), run, people);
    }
}
