package dev.tributary.evaluate;

import dev.tributary.evaluate.TruthFile.Row;
import dev.tributary.interaction.NaturalKey;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares the duplicates that were found with a truth of pairs. Two queries for each slice, however many they are. */
final class DuplicateComparison {

    private static final String WITNESSES = """
            SELECT i.natural_key, one.source, other.source
            FROM interaction_witness one
            JOIN interaction_witness other ON other.interaction_id = one.interaction_id AND other.source > one.source
            JOIN interaction i ON i.id = one.interaction_id""";

    private static final String SUGGESTIONS = """
            SELECT one.natural_key, other.natural_key
            FROM duplicate_suggestion s
            JOIN interaction one ON one.id = s.first_id
            JOIN interaction other ON other.id = s.second_id""";

    private final JdbcTemplate streaming;
    private final TruthFile truth;
    private final Slice slice;

    private DuplicateComparison(JdbcTemplate streaming, TruthFile truth, Slice slice) {
        this.streaming = streaming;
        this.truth = truth;
        this.slice = slice;
    }

    static DuplicateScores of(JdbcTemplate streaming, TruthFile truth, Slice slice) {
        return new DuplicateComparison(streaming, truth, slice).compare();
    }

    private DuplicateScores compare() {
        Found proved = new Found();
        Found suggested = new Found();
        truth.forEach(row -> told(row, proved, suggested));
        streaming.query(WITNESSES, row -> {
            proved.count(reports(NaturalKey.of(row.getBytes(1)), row.getString(2), row.getString(3)));
        });
        streaming.query(SUGGESTIONS, row -> {
            suggested.count(messages(NaturalKey.of(row.getBytes(1)), NaturalKey.of(row.getBytes(2))));
        });
        return new DuplicateScores(proved.score(), suggested.score());
    }

    private static void told(Row row, Found proved, Found suggested) {
        NaturalKey one = interaction(row, "");
        NaturalKey other = interaction(row, "other_");
        if (row.is("provable")) {
            if (!one.equals(other)) {
                throw new TruthUnusable(
                        row.place() + ": what is provable tells one channel, account and id on both sides");
            }
            proved.told(reports(one, row.get("source"), row.get("other_source")), row);
        } else {
            suggested.told(messages(one, other), row);
        }
    }

    private static NaturalKey interaction(Row row, String side) {
        return NaturalKey.of("interaction", row.get(side + "channel"), row.get(side + "account"), row.get(side + "id"));
    }

    /** Two sources of one message, whichever is named first. */
    private static NaturalKey reports(NaturalKey message, String one, String other) {
        boolean ordered = one.compareTo(other) < 0;
        return NaturalKey.of(message.hex(), ordered ? one : other, ordered ? other : one);
    }

    /** Two messages, whichever is named first. */
    private static NaturalKey messages(NaturalKey one, NaturalKey other) {
        boolean ordered = one.compareTo(other) < 0;
        return NaturalKey.of((ordered ? one : other).hex(), (ordered ? other : one).hex());
    }

    /** Pairs of the truth, and how many of those that were found are among them. */
    private final class Found {
        private final Set<NaturalKey> pairs = new HashSet<>();
        private long found;
        private long right;

        private void told(NaturalKey pair, Row row) {
            if (slice.has(pair) && !pairs.add(pair)) {
                throw new TruthUnusable(row.place() + ": the pair stands in a row before");
            }
        }

        private void count(NaturalKey pair) {
            if (slice.has(pair)) {
                found++;
                right += pairs.contains(pair) ? 1 : 0;
            }
        }

        private Score score() {
            return new Score(pairs.size(), found, right);
        }
    }
}
