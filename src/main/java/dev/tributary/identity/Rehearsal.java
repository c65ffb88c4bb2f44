package dev.tributary.identity;

import dev.tributary.identity.Candidate.StandingLink;
import dev.tributary.identity.Decision.Linked;
import dev.tributary.match.Agreement;
import dev.tributary.match.Field;
import dev.tributary.match.MatchRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What rules would come to, over everybody who is there: who would join a contact, leave it, or move to another. No row changes.
 * Links that a person asserted stand whatever the rules say.
 */
@Component
public class Rehearsal {

    /** What would become of a participant, the riskiest first. */
    public enum Change {
        /** From one contact to another: what was said would be shown with somebody else. */
        MOVE,
        /** The link that stands would not be made: the night leaves it and opens a case. */
        SPLIT,
        /** A link that is not there yet. */
        JOIN
    }

    /**
     * One participant whose contact would change.
     *
     * @param participant its number
     * @param shown such as {@code x @ann}: personal data, for the eyes of the person who rehearses
     * @param from the CRM's id of the contact that stands; null where there is none
     * @param to the CRM's id of the contact that would stand; null where there is none
     * @param why the rule, or the reason why there is none
     * @param names how far the name that the channel shows agrees with the contact's
     * @param interactions how many the participant is in
     */
    public record Consequence(
            Change change,
            long participant,
            String shown,
            @Nullable String from,
            @Nullable String to,
            String why,
            Agreement names,
            long interactions) {}

    /**
     * @param participants who were decided upon
     * @param moves how many would move, {@code splits} leave, {@code joins} join
     * @param riskiest the first of them
     */
    public record Result(long participants, long moves, long splits, long joins, List<Consequence> riskiest) {}

    /** The greatest risk first: of joins those where the names speak against it. The number only makes the order whole. */
    private static final Comparator<Draft> BY_RISK = Comparator.comparing(Draft::change)
            .thenComparing(Draft::names, Comparator.comparingInt(Rehearsal::risk))
            .thenComparingLong(Draft::participant);

    private record Draft(
            Change change,
            long participant,
            @Nullable Long from,
            @Nullable Long to,
            String why,
            Agreement names) {}

    private final Matching matching;
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    Rehearsal(Matching matching, DataSource dataSource, JdbcTemplate jdbc) {
        this.matching = matching;
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /**
     * @param rules those to be tried
     * @param most how many consequences to name; all are counted
     */
    public Result rehearse(MatchRules rules, int most) {
        Matcher matcher = matching.matcherOfRun(rules);
        Map<Change, Long> counts = new EnumMap<>(Change.class);
        PriorityQueue<Draft> riskiest = new PriorityQueue<>(BY_RISK.reversed());
        long[] participants = {0};
        CandidateReader.ofAll(dataSource).forEach(candidate -> {
            participants[0]++;
            Draft draft = draft(candidate, matcher);
            if (draft != null) {
                counts.merge(draft.change(), 1L, Long::sum);
                riskiest.add(draft);
                if (riskiest.size() > most) {
                    riskiest.remove();
                }
            }
        });
        return new Result(
                participants[0],
                counts.getOrDefault(Change.MOVE, 0L),
                counts.getOrDefault(Change.SPLIT, 0L),
                counts.getOrDefault(Change.JOIN, 0L),
                consequences(riskiest.stream().sorted(BY_RISK).toList()));
    }

    private static @Nullable Draft draft(Candidate candidate, Matcher matcher) {
        StandingLink standing = candidate.standing();
        if (standing != null && standing.asserted()) {
            return null;
        }
        Long from = standing == null ? null : standing.contact();
        Decision fresh = matcher.decide(candidate.unlinked());
        if (fresh instanceof Linked linked) {
            return Objects.equals(from, linked.contact())
                    ? null
                    : new Draft(
                            from == null ? Change.JOIN : Change.MOVE,
                            candidate.participant(),
                            from,
                            linked.contact(),
                            linked.rule(),
                            names(candidate, linked.contact()));
        }
        return from == null
                ? null
                : new Draft(
                        Change.SPLIT,
                        candidate.participant(),
                        from,
                        null,
                        fresh.reason().name(),
                        names(candidate, from));
    }

    private static Agreement names(Candidate candidate, long contact) {
        Candidate.KnownContact known = candidate.contacts().get(contact);
        return known == null
                ? Agreement.UNKNOWN
                : Shown.of(candidate).against(known).in(Field.NAME);
    }

    private static int risk(Agreement names) {
        return switch (names) {
            case DIFFERENT -> 0;
            case UNKNOWN -> 1;
            case SIMILAR -> 2;
            case CLOSE -> 3;
            case SAME -> 4;
        };
    }

    private List<Consequence> consequences(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        Map<Long, String> contacts = new HashMap<>();
        Map<Long, String> shown = new HashMap<>();
        Map<Long, Long> interactions = new HashMap<>();
        String people = ids(drafts.stream().map(Draft::participant).toList());
        jdbc.query(
                "SELECT id, channel, COALESCE(handle, name, native_id) FROM participant WHERE id IN (" + people + ")",
                row -> {
                    shown.put(row.getLong(1), row.getString(2) + " " + row.getString(3));
                });
        jdbc.query(
                "SELECT participant_id, COUNT(DISTINCT interaction_id) FROM interaction_participant"
                        + " WHERE participant_id IN (" + people + ") GROUP BY participant_id",
                row -> {
                    interactions.put(row.getLong(1), row.getLong(2));
                });
        List<Long> named = new ArrayList<>();
        drafts.forEach(it -> {
            if (it.from() != null) {
                named.add(it.from());
            }
            if (it.to() != null) {
                named.add(it.to());
            }
        });
        jdbc.query("SELECT id, external_id FROM crm_contact WHERE id IN (" + ids(named) + ")", row -> {
            contacts.put(row.getLong(1), row.getString(2));
        });
        return drafts.stream()
                .map(it -> new Consequence(
                        it.change(),
                        it.participant(),
                        shown.getOrDefault(it.participant(), ""),
                        contacts.get(it.from()),
                        contacts.get(it.to()),
                        it.why(),
                        it.names(),
                        interactions.getOrDefault(it.participant(), 0L)))
                .toList();
    }

    /** Numbers of our own tables only. */
    private static String ids(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
