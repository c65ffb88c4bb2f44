package dev.tributary.timeline;

import dev.tributary.match.Folding;
import dev.tributary.store.BulkInsert;
import dev.tributary.store.Portions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code contact_word}: by what names each contact that stands for itself is found. */
@Component
class ContactWords {

    /** The longest word that is kept; longer ones are cut. */
    static final int LONGEST = 64;

    private static final String ROOTS = "SELECT DISTINCT COALESCE(survivor_id, id) FROM crm_contact WHERE id IN (:ids)";

    private static final String NAMES = """
            SELECT COALESCE(survivor_id, id) AS root, name, given_name, family_name, company FROM crm_contact WHERE""";

    private static final String MEMBERS = NAMES + " id IN (:ids) UNION ALL " + NAMES + " survivor_id IN (:ids)";

    private static final String WITHOUT = """
            SELECT c.id FROM crm_contact c WHERE c.id > :after AND c.survivor_id IS NULL
              AND NOT EXISTS (SELECT 1 FROM contact_word w WHERE w.contact_id = c.id)
            ORDER BY c.id LIMIT %d""".formatted(Portions.LARGEST);

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    ContactWords(JdbcClient client, JdbcTemplate jdbc) {
        this.client = client;
        this.jdbc = jdbc;
    }

    /** Those of contacts that have none, as those from before there were any. */
    void publish() {
        List<Long> next = without(0);
        while (!next.isEmpty()) {
            write(next);
            next = without(next.get(next.size() - 1));
        }
    }

    /** Those of contacts that were not there before, by their ids. */
    void add(Map<Long, ContactRow> contacts) {
        Map<Long, Set<String>> words = new TreeMap<>();
        contacts.forEach((id, it) -> words.put(id, words(it.name(), it.givenName(), it.familyName(), it.company())));
        insert(words);
    }

    /** Those of these contacts, and of the contacts that they stand under. */
    void refresh(Collection<Long> contacts) {
        for (List<Long> some : Portions.sorted(contacts)) {
            List<Long> roots =
                    client.sql(ROOTS).param("ids", some).query(Long.class).list();
            Set<Long> all = new TreeSet<>(some);
            all.addAll(roots);
            client.sql("DELETE FROM contact_word WHERE contact_id IN (:ids)")
                    .param("ids", all)
                    .update();
            write(roots);
        }
    }

    /** The words of a name without case, accents and punctuation, each once. */
    static Set<String> of(String name) {
        return Arrays.stream(Folding.words(name).split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> Objects.requireNonNull(ContactRow.cut(word, LONGEST)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Long> without(long after) {
        return client.sql(WITHOUT).param("after", after).query(Long.class).list();
    }

    private void write(Collection<Long> roots) {
        Map<Long, Set<String>> words = new TreeMap<>();
        client.sql(MEMBERS).param("ids", roots).query(row -> {
            words.computeIfAbsent(row.getLong("root"), root -> new TreeSet<>()).addAll(words(row));
        });
        insert(words);
    }

    private void insert(Map<Long, Set<String>> words) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        words.forEach((contact, theirs) -> theirs.forEach(word -> rows.add(new Object[] {word, contact})));
        BulkInsert.into(jdbc, "contact_word", "word", List.of("word", "contact_id"))
                .absent(rows);
    }

    private static Set<String> words(ResultSet row) throws SQLException {
        return words(
                row.getString("name"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("company"));
    }

    private static Set<String> words(@Nullable String... names) {
        return Arrays.stream(names)
                .filter(Objects::nonNull)
                .flatMap(name -> of(name).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
