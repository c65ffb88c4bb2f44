package dev.tributary.identity;

import dev.tributary.identity.Candidate.StandingLink;
import dev.tributary.identity.Decision.Linked;
import dev.tributary.identity.SharedRow.Key;
import dev.tributary.store.Portions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The links by rules that rested on identifiers alone: that no rule would make now, and that would be made again if these were nobody
 * else's. What the transaction under way wrote counts. Thread-safe.
 */
final class RestingLinks {

    private static final String WHO_USE_THEM = """
            SELECT i.participant_id FROM participant_identifier i
            JOIN link l ON l.active_participant = i.participant_id AND l.status = 'INFERRED'
            WHERE (i.type, i.value_text) IN (%s)""";

    private final DataSource dataSource;
    private final Matching matching;

    RestingLinks(DataSource dataSource, Matching matching) {
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
        this.matching = matching;
    }

    /** The participants of such links, and of each the first of the identifiers that it has. */
    Map<Long, Key> on(Collection<Key> keys) {
        Set<Key> all = new LinkedHashSet<>(keys);
        Map<Long, Key> resting = new LinkedHashMap<>();
        Matcher matcher = matching.matcher();
        for (List<Key> some : Portions.of(all)) {
            users(some).forEach(candidate -> {
                List<Key> theirs = theirs(candidate, all);
                Candidate own = candidate;
                for (Key key : theirs) {
                    own = own.asIfOwn(key);
                }
                if (!standsBy(matcher, candidate) && standsBy(matcher, own)) {
                    resting.putIfAbsent(candidate.participant(), theirs.get(0));
                }
            });
        }
        return resting;
    }

    private CandidateReader users(List<Key> keys) {
        List<Object> parameters = new ArrayList<>();
        keys.forEach(it -> {
            parameters.add(it.type().name());
            parameters.add(it.value());
        });
        String places = "(?, ?), ".repeat(keys.size() - 1) + "(?, ?)";
        return CandidateReader.ofThose(dataSource, WHO_USE_THEM.formatted(places), parameters.toArray());
    }

    private static List<Key> theirs(Candidate candidate, Set<Key> keys) {
        return candidate.evidence().stream()
                .map(it -> new Key(it.type(), it.value()))
                .filter(keys::contains)
                .toList();
    }

    private static boolean standsBy(Matcher matcher, Candidate candidate) {
        StandingLink standing = candidate.standing();
        return standing != null
                && matcher.decide(candidate) instanceof Linked match
                && match.contact() == standing.contact();
    }
}
