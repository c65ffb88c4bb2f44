package dev.tributary.timeline;

import dev.tributary.timeline.ContactQuery.Id;
import dev.tributary.timeline.ContactQuery.Name;
import dev.tributary.timeline.ContactQuery.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds contacts. Whoever was merged is found too, and the contact that stands for both is shown. Reads only. Thread-safe. */
@Component
public class ContactSearch {

    /** The most characters of Unicode come after every word that begins alike. */
    private static final String LAST = "\uDBFF\uDFFF";

    private static final String BY_WORDS = """
            SELECT w.word, w.contact_id FROM contact_word w
            WHERE w.word >= :start AND w.word < :end AND (w.word > :start OR w.contact_id > :after)
              AND NOT EXISTS (SELECT 1 FROM contact_word f
                              WHERE f.contact_id = w.contact_id AND f.word >= :begin AND f.word < w.word)""";

    private static final String AND_A_WORD = """

              AND EXISTS (SELECT 1 FROM contact_word o
                          WHERE o.contact_id = w.contact_id AND o.word >= :begin%1$d AND o.word < :end%1$d)""";

    private static final String BY_POINT = """
            SELECT DISTINCT COALESCE(c.survivor_id, c.id) AS root
            FROM crm_contact_point p JOIN crm_contact c ON c.id = p.contact_id
            WHERE p.type = :type AND p.value_text IN (:values) AND COALESCE(c.survivor_id, c.id) > :after
            ORDER BY root LIMIT :limit""";

    /** Of the messages that came in last, in the order of the index. */
    private static final String LATEST =
            "SELECT contact_id FROM crm_timeline_entry ORDER BY interaction_id DESC LIMIT 400";

    private record Hit(String word, long contact) {}

    private final JdbcClient jdbc;
    private final ContactDirectory contacts;

    ContactSearch(JdbcClient jdbc, ContactDirectory contacts) {
        this.jdbc = jdbc;
        this.contacts = contacts;
    }

    /**
     * Those that any of these finds; the order is that of the queries, and within a name that of the word that was found.
     *
     * @param after null for the first part
     * @param limit the most to be shown, from 1
     * @throws WrongCursor where {@code after} is of another list
     */
    public Page<FoundContact> find(List<ContactQuery> queries, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after);
        Map<Long, Hit> hits = new LinkedHashMap<>();
        for (ContactQuery query : queries) {
            hits(query, cursor, limit + 1).forEach(hit -> hits.putIfAbsent(hit.contact(), hit));
        }
        Page<Hit> page = Page.of(
                List.copyOf(hits.values()).subList(0, Math.min(hits.size(), limit + 1)),
                limit,
                hit -> new Cursor(hit.word(), hit.contact()));
        return new Page<>(contacts.shown(page.items().stream().map(Hit::contact).toList()), page.next());
    }

    /** Those with whom the messages were exchanged that came in last, the newest first. */
    public List<FoundContact> latest(int limit) {
        return contacts.shown(jdbc.sql(LATEST).query(Long.class).list().stream()
                .distinct()
                .limit(limit)
                .toList());
    }

    private List<Hit> hits(ContactQuery query, @Nullable Cursor after, int limit) {
        if (query instanceof Name name) {
            return name.words().isEmpty() ? List.of() : byWords(new ArrayList<>(name.words()), after, limit);
        }
        if (query instanceof Point point) {
            return byPoint(point, after == null ? 0 : after.id(), limit);
        }
        return after == null ? byId((Id) query) : List.of();
    }

    private List<Hit> byId(Id query) {
        return contacts.find(query.id()).stream()
                .map(it -> new Hit("", it.number()))
                .toList();
    }

    private List<Hit> byPoint(Point point, long after, int limit) {
        return point.values().isEmpty()
                ? List.of()
                : jdbc.sql(BY_POINT)
                        .param("type", point.type().name())
                        .param("values", point.values())
                        .param("after", after)
                        .param("limit", limit)
                        .query((row, number) -> new Hit("", row.getLong(1)))
                        .list();
    }

    /** The longest word leads, for it is on the fewest contacts. */
    private List<Hit> byWords(List<String> words, @Nullable Cursor after, int limit) {
        words.sort(Comparator.comparingInt(String::length).reversed());
        String begin = words.get(0);
        StringBuilder sql = new StringBuilder(BY_WORDS);
        IntStream.range(1, words.size()).forEach(number -> sql.append(AND_A_WORD.formatted(number)));
        JdbcClient.StatementSpec statement = jdbc.sql(sql + " ORDER BY w.word, w.contact_id LIMIT :limit")
                .param("begin", begin)
                .param("start", after == null ? begin : after.first())
                .param("after", after == null ? 0 : after.id())
                .param("end", begin + LAST)
                .param("limit", limit);
        for (int number = 1; number < words.size(); number++) {
            statement = statement
                    .param("begin" + number, words.get(number))
                    .param("end" + number, words.get(number) + LAST);
        }
        return statement
                .query((row, number) -> new Hit(row.getString(1), row.getLong(2)))
                .list();
    }
}
