package dev.tributary.evaluate;

import dev.tributary.evaluate.TruthFile.Row;
import dev.tributary.interaction.NaturalKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares the links that stand with a truth of who participants are. One query for each slice, however many they are. */
final class LinkComparison {

    private static final String MERGED = """
            SELECT merged.external_id, survivor.external_id
            FROM crm_contact merged JOIN crm_contact survivor ON survivor.id = merged.survivor_id""";

    private static final String LINKS = """
            SELECT p.natural_key, COALESCE(survivor.external_id, c.external_id) AS contact, m.outcome
            FROM participant p
            LEFT JOIN participant_match m ON m.participant_id = p.id
            LEFT JOIN link l ON l.active_participant = p.id
            LEFT JOIN crm_contact c ON c.id = l.contact_id
            LEFT JOIN crm_contact survivor ON survivor.id = c.survivor_id""";

    private static final String REVIEW = "REVIEW";

    private final JdbcTemplate streaming;
    private final TruthFile truth;
    private final Slice slice;
    private final Map<NaturalKey, Told> people = new HashMap<>();
    private final Map<String, String> survivors = new HashMap<>();
    private long contacts;
    private long provable;
    private long met;
    private long beyond;
    private long found;
    private long right;
    private long provableFound;
    private long provableRight;
    private long asked;

    /** @param contact the survivor's id; empty where somebody is no contact */
    private record Told(String contact, boolean provable) {}

    private LinkComparison(JdbcTemplate streaming, TruthFile truth, Slice slice) {
        this.streaming = streaming;
        this.truth = truth;
        this.slice = slice;
    }

    static LinkScores of(JdbcTemplate streaming, TruthFile truth, Slice slice) {
        return new LinkComparison(streaming, truth, slice).compare();
    }

    private LinkScores compare() {
        streaming.query(MERGED, row -> {
            survivors.put(row.getString(1), row.getString(2));
        });
        truth.forEach(this::told);
        streaming.query(LINKS, row -> {
            stands(row);
        });
        return new LinkScores(
                people.size(),
                people.size() - met,
                beyond,
                new Score(contacts, found, right),
                new Score(provable, provableFound, provableRight),
                asked);
    }

    private void told(Row row) {
        NaturalKey key = NaturalKey.of("participant", row.get("channel"), row.get("scope"), row.get("id"));
        if (!slice.has(key)) {
            return;
        }
        String contact = row.get("contact");
        boolean proved = row.is("provable");
        if (contact.isEmpty() && proved) {
            throw new TruthUnusable(row.place() + ": that somebody is no contact cannot be proved; say provable false");
        }
        if (people.put(key, new Told(survivors.getOrDefault(contact, contact), proved)) != null) {
            throw new TruthUnusable(row.place() + ": the participant stands in a row before");
        }
        contacts += contact.isEmpty() ? 0 : 1;
        provable += proved ? 1 : 0;
    }

    private void stands(ResultSet row) throws SQLException {
        NaturalKey key = NaturalKey.of(row.getBytes(1));
        if (slice.has(key)) {
            stands(people.get(key), row.getString(2), row.getString(3));
        }
    }

    private void stands(@Nullable Told told, @Nullable String contact, @Nullable String outcome) {
        if (told == null) {
            beyond += contact == null ? 0 : 1;
            return;
        }
        met++;
        if (contact != null) {
            boolean isRight = told.contact().equals(contact);
            found++;
            right += isRight ? 1 : 0;
            provableFound += told.provable() ? 1 : 0;
            provableRight += isRight && told.provable() ? 1 : 0;
        } else {
            asked += told.provable() && REVIEW.equals(outcome) ? 1 : 0;
        }
    }
}
