package dev.tributary.spelling;

import dev.tributary.due.Due;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.store.Portions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds values of participants that may be other spellings of what contacts carry: the same mailbox behind a tag, a Brazilian mobile
 * with and without its 9, a number without its country code. They are the rows of {@code loose_identifier}. Thread-safe.
 */
@Component
public class OtherSpellings {

    private static final List<IdentifierType> TYPES = List.of(IdentifierType.EMAIL, IdentifierType.PHONE);

    private final JdbcTemplate jdbc;
    private final WrittenValues values;
    private final AllSpellings all;
    private final NewSpellings news;
    private final Due due;

    /** @param due takes the users of values that have a new spelling */
    OtherSpellings(JdbcTemplate jdbc, DataSource dataSource, Due due) {
        this.jdbc = jdbc;
        this.due = due;
        this.values = new WrittenValues(jdbc, dataSource);
        KeptKeys kept = new KeptKeys(jdbc);
        this.all = new AllSpellings(values, kept);
        this.news = new NewSpellings(values, kept, all);
    }

    /**
     * Adds the pairs that are not there yet, and names the users of their values; a value that is gone does no harm. To be called in a
     * transaction.
     *
     * @param scope {@link Due.Scope#TAKEN} where all values were looked at once, and since then those that are touched
     * @return how many were added
     */
    public int bringUpToDate(Due.Scope scope) {
        Set<LoosePair> pairs = new LinkedHashSet<>();
        if (scope == Due.Scope.TAKEN) {
            Map<IdentifierType, List<String>> touched = values.touched();
            touched.forEach((type, some) -> add(news.of(type, some), pairs));
        } else {
            TYPES.forEach(type -> add(all.of(type), pairs));
        }
        pairs.removeAll(known(pairs));
        if (!pairs.isEmpty()) {
            insert(pairs);
            due.usersOf(pairs.stream()
                    .map(it -> new Due.Value(it.type().name(), it.value()))
                    .collect(Collectors.toSet()));
        }
        return pairs.size();
    }

    private static void add(Collection<Spellings> found, Set<LoosePair> pairs) {
        found.forEach(it -> pairs.addAll(it.pairs()));
    }

    /** The pairs of these values that are there. */
    private Set<LoosePair> known(Set<LoosePair> pairs) {
        Set<LoosePair> known = new LinkedHashSet<>();
        for (IdentifierType type : TYPES) {
            Set<String> found = pairs.stream()
                    .filter(it -> it.type() == type)
                    .map(LoosePair::value)
                    .collect(Collectors.toSet());
            for (List<String> some : Portions.of(found)) {
                List<Object> parameters = new ArrayList<>(List.of(type.name()));
                parameters.addAll(some);
                jdbc.query(
                        "SELECT value_text, other FROM loose_identifier WHERE type = ? AND value_text IN ("
                                + Portions.marks(some) + ")",
                        row -> {
                            known.add(new LoosePair(type, row.getString(1), row.getString(2)));
                        },
                        parameters.toArray());
            }
        }
        return known;
    }

    private void insert(Set<LoosePair> pairs) {
        List<Object[]> rows = new ArrayList<>();
        pairs.forEach(it -> rows.add(new Object[] {it.type().name(), it.value(), it.other()}));
        jdbc.batchUpdate("INSERT INTO loose_identifier (type, value_text, other) VALUES (?, ?, ?)", rows);
    }
}
