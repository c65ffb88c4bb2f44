package dev.tributary.review;

import dev.tributary.store.Portions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clusters that some contacts are in, read at once, and what becomes of them as merges follow each other. Not thread-safe. */
final class Clusters {

    private static final String ROOTS =
            "SELECT DISTINCT COALESCE(survivor_id, id) FROM crm_contact WHERE id IN (:ids) ORDER BY 1";

    private static final String MEMBERS = """
            SELECT id, COALESCE(survivor_id, id) FROM crm_contact WHERE id IN (:ids)
            UNION ALL
            SELECT id, survivor_id FROM crm_contact WHERE survivor_id IN (:ids)""";

    private static final String NEVERS = """
            SELECT first_id, second_id FROM never_merge WHERE active = TRUE AND first_id IN (:ids)
            UNION
            SELECT first_id, second_id FROM never_merge WHERE active = TRUE AND second_id IN (:ids)""";

    private record Never(long one, long other) {}

    private final Map<Long, Long> survivors = new HashMap<>();
    private final Map<Long, Set<Long>> members = new HashMap<>();
    private final Map<Long, List<Never>> nevers = new HashMap<>();

    private Clusters() {}

    static Clusters of(Collection<Long> contacts, JdbcClient jdbc) {
        Clusters clusters = new Clusters();
        for (List<Long> some : Portions.sorted(contacts)) {
            List<Long> roots =
                    jdbc.sql(ROOTS).param("ids", some).query(Long.class).list();
            if (!roots.isEmpty()) {
                jdbc.sql(MEMBERS).param("ids", roots).query(row -> {
                    clusters.add(row.getLong(1), row.getLong(2));
                });
            }
        }
        for (List<Long> some : Portions.sorted(clusters.survivors.keySet())) {
            jdbc.sql(NEVERS).param("ids", some).query(row -> {
                clusters.never(new Never(row.getLong(1), row.getLong(2)));
            });
        }
        return clusters;
    }

    private void add(long contact, long survivor) {
        survivors.put(contact, survivor);
        members.computeIfAbsent(survivor, it -> new TreeSet<>()).add(contact);
    }

    private void never(Never pair) {
        nevers.computeIfAbsent(pair.one(), it -> new ArrayList<>()).add(pair);
        nevers.computeIfAbsent(pair.other(), it -> new ArrayList<>()).add(pair);
    }

    /** The contact that this one stands under. */
    long survivor(long contact) {
        return survivors.getOrDefault(contact, contact);
    }

    /** Whether a person said of any two, one of each cluster, that they are two. */
    boolean areKeptApart(long one, long other) {
        Set<Long> theirs = members.getOrDefault(other, Set.of(other));
        return members.getOrDefault(one, Set.of(one)).stream()
                .flatMap(it -> nevers.getOrDefault(it, List.of()).stream())
                .anyMatch(it -> theirs.contains(it.one()) || theirs.contains(it.other()));
    }

    /**
     * Lets one cluster stand under the survivor of another.
     *
     * @return those who stand under another contact than before
     */
    Set<Long> merge(long from, long survivor) {
        Set<Long> moved = members.getOrDefault(from, new HashSet<>(Set.of(from)));
        members.remove(from);
        members.computeIfAbsent(survivor, it -> new TreeSet<>(Set.of(it))).addAll(moved);
        moved.forEach(it -> survivors.put(it, survivor));
        return moved;
    }
}
