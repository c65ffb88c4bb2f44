package dev.tributary.spelling;

import dev.tributary.due.Due;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.store.FetchSize;
import dev.tributary.store.Portions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks the tables which values there are. */
final class WrittenValues {

    private static final String TOUCHED =
            "SELECT type, value_text FROM (" + Due.TOUCHED + ") touched WHERE type IN ('EMAIL', 'PHONE')";

    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;

    WrittenValues(JdbcTemplate jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FetchSize.streaming(dataSource));
    }

    /** Every one there is, a few at a time; meanwhile nothing else can be asked. */
    void each(IdentifierType type, BiConsumer<Side, String> consumer) {
        for (Side side : Side.values()) {
            streaming.query(
                    side.query(),
                    row -> {
                        consumer.accept(side, row.getString(1));
                    },
                    type.name());
        }
    }

    /** Those of these that there are. */
    Set<String> among(IdentifierType type, Side side, Collection<String> values) {
        Set<String> there = new HashSet<>();
        for (List<String> some : Portions.of(values)) {
            List<Object> parameters = new ArrayList<>(List.of(type.name()));
            parameters.addAll(some);
            there.addAll(jdbc.queryForList(
                    side.query() + " AND value_text IN (" + Portions.marks(some) + ")",
                    String.class,
                    parameters.toArray()));
        }
        return there;
    }

    /** The addresses and numbers of which something changed: no more than the registry asked for. */
    Map<IdentifierType, List<String>> touched() {
        Map<IdentifierType, List<String>> touched = new TreeMap<>();
        streaming.query(TOUCHED, row -> {
            touched.computeIfAbsent(IdentifierType.valueOf(row.getString(1)), any -> new ArrayList<>())
                    .add(row.getString(2));
        });
        return touched;
    }
}
