package dev.tributary.identity;

import dev.tributary.identity.Candidate.KnownContact;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.match.Agreement;
import dev.tributary.match.Agreements;
import dev.tributary.match.Comparison;
import dev.tributary.match.Field;
import dev.tributary.match.Scorer;
import dev.tributary.match.Term;
import dev.tributary.match.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The contacts that look most like a participant who is on none: those that have a word of the name in theirs, and those whose
 * addresses begin alike. For a person to look at; one question, not for many participants at a time.
 */
final class NearestContacts {

    /** @param agreements how far each field agrees */
    record Nearest(KnownContact contact, Agreements agreements, double bits) {}

    private static final int NAMED = 3;
    private static final int WORDS = 4;
    private static final int SHORTEST_WORD = 3;
    private static final int BEGIN = 4;

    private static final String CONTACT =
            "SELECT c.id, c.name, c.given_name, c.family_name, c.company FROM crm_contact c ";

    private static final String BY_NAME =
            CONTACT + "WHERE c.survivor_id IS NULL AND LOWER(c.name) LIKE :word ORDER BY c.id LIMIT 200";

    private static final String BY_BEGIN = CONTACT + """
            WHERE c.id IN (SELECT COALESCE(m.survivor_id, m.id) FROM crm_contact_point p
                           JOIN crm_contact m ON m.id = p.contact_id
                           WHERE p.type = :type AND p.value_text LIKE :begin AND p.origin = 'CRM')
            ORDER BY c.id LIMIT 200""";

    private final JdbcClient jdbc;
    private final Scorer scorer;

    NearestContacts(JdbcClient jdbc, Weights weights) {
        this.jdbc = jdbc;
        this.scorer = new Scorer(weights, 0);
    }

    /** The nearest first; empty where nothing is alike. */
    List<Nearest> of(Theirs theirs, ContactFacts facts) {
        return candidates(theirs).values().stream()
                .map(it -> nearest(it, theirs, facts))
                .filter(it -> it.agreements().known().values().stream().anyMatch(Agreement::isAlike))
                .sorted(Comparator.comparingDouble(Nearest::bits)
                        .reversed()
                        .thenComparing(it -> it.contact().id()))
                .limit(NAMED)
                .toList();
    }

    private Nearest nearest(KnownContact contact, Theirs theirs, ContactFacts facts) {
        ContactFacts.Values values = facts.values(contact);
        Agreements found = Comparison.of(theirs.profile(), values.profile());
        return new Nearest(contact, found, scorer.bits(found, theirs.profile(), values.profile()));
    }

    private Map<Long, KnownContact> candidates(Theirs theirs) {
        Map<Long, KnownContact> found = new HashMap<>();
        for (String word : words(theirs.name())) {
            keep(BY_NAME, Map.of("word", "%" + like(word) + "%"), found);
        }
        for (Term email : theirs.profile().terms(Field.EMAIL)) {
            String begin =
                    email.text().substring(0, Math.min(BEGIN, email.text().indexOf('@')));
            keep(BY_BEGIN, Map.of("type", IdentifierType.EMAIL.name(), "begin", like(begin) + "%"), found);
        }
        return found;
    }

    private void keep(String sql, Map<String, String> parameters, Map<Long, KnownContact> found) {
        jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> new KnownContact(
                        row.getLong(1),
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)))
                .list()
                .forEach(it -> found.put(it.id(), it));
    }

    /** The longest words of a name, as they are written. */
    private static List<String> words(@Nullable String name) {
        List<String> words = new ArrayList<>(
                name == null
                        ? List.of()
                        : Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")));
        words.removeIf(it -> it.length() < SHORTEST_WORD);
        words.sort(Comparator.comparingInt(String::length).reversed());
        return words.subList(0, Math.min(WORDS, words.size()));
    }

    private static String like(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
