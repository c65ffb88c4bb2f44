package dev.tributary.spelling;

import dev.tributary.interaction.IdentifierType;
import dev.tributary.store.BulkInsert;
import dev.tributary.store.Portions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The keys that the values there ever were tell, kept so that nobody has to read all values to know them. */
final class KeptKeys {

    private static final List<String> COLUMNS = List.of("type", "key_text", "value_text");

    private final JdbcTemplate jdbc;

    KeptKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what these values tell, where it is not kept yet. */
    void keep(IdentifierType type, Collection<String> values) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (String value : values) {
            LooseKeys.telling(type, value).forEach(key -> rows.add(new Object[] {type.name(), key, value}));
        }
        if (!rows.isEmpty()) {
            BulkInsert.into(jdbc, "loose_key", "value_text", COLUMNS).absent(rows);
        }
    }

    /** Those of these keys that any value tells, or once told. */
    Set<String> known(IdentifierType type, Collection<String> keys) {
        Set<String> known = new HashSet<>();
        for (List<String> some : Portions.of(keys)) {
            known.addAll(jdbc.queryForList(
                    "SELECT DISTINCT key_text FROM loose_key WHERE type = ? AND key_text IN (" + Portions.marks(some)
                            + ")",
                    String.class,
                    parameters(type, some)));
        }
        return known;
    }

    /** By each of these keys the values that tell it, or once told it. */
    Map<String, List<String>> telling(IdentifierType type, Collection<String> keys) {
        Map<String, List<String>> telling = new HashMap<>();
        for (List<String> some : Portions.of(keys)) {
            jdbc.query(
                    "SELECT key_text, value_text FROM loose_key WHERE type = ? AND key_text IN (" + Portions.marks(some)
                            + ")",
                    row -> {
                        telling.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                                .add(row.getString(2));
                    },
                    parameters(type, some));
        }
        return telling;
    }

    private static Object[] parameters(IdentifierType type, List<String> keys) {
        List<Object> parameters = new ArrayList<>(List.of(type.name()));
        parameters.addAll(keys);
        return parameters.toArray();
    }
}
