package dev.tributary.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Measures twice a minute, and shows what was measured last: nothing is counted in memory, so that a process that was started again, and
 * each of several on one database, show the same.
 */
@Component
@ConditionalOnWebApplication
class Gauges {

    private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);

    private final Map<Measure, MultiGauge> gauges = new LinkedHashMap<>();
    private final AtomicLong measuredAt = new AtomicLong();
    private final JdbcClient jdbc;
    private final Clock clock;

    Gauges(MeterRegistry registry, JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        for (Measure it : Measures.ALL) {
            gauges.put(
                    it,
                    MultiGauge.builder(it.name())
                            .description(it.description())
                            .baseUnit(it.unit().isEmpty() ? null : it.unit())
                            .register(registry));
        }
        Gauge.builder("tributary.measured.timestamp", measuredAt, AtomicLong::get)
                .description("When the database was asked for these numbers.")
                .baseUnit(Measure.SECONDS)
                .register(registry);
    }

    @Scheduled(fixedDelayString = "${tributary.health.every}")
    void measure() {
        try {
            gauges.forEach((measure, gauge) -> gauge.register(
                    jdbc.sql(measure.sql())
                            .query((row, number) -> row(measure, row))
                            .list(),
                    true));
            measuredAt.set(clock.instant().getEpochSecond());
        } catch (RuntimeException failure) {
            LOG.warn("Nothing can be measured now: {}", failure.getClass().getName());
        }
    }

    private static Row<?> row(Measure measure, ResultSet row) throws SQLException {
        Tags tags = Tags.empty();
        for (int column = 1; column <= measure.labels().size(); column++) {
            tags = tags.and(measure.labels().get(column - 1), row.getString(column));
        }
        return Row.of(tags, value(row, measure.labels().size() + 1));
    }

    private static double value(ResultSet row, int column) throws SQLException {
        return switch (row.getMetaData().getColumnType(column)) {
            case Types.TIMESTAMP, Types.DATE -> {
                LocalDateTime time = row.getObject(column, LocalDateTime.class);
                yield time.toEpochSecond(ZoneOffset.UTC);
            }
            default -> row.getDouble(column);
        };
    }
}
