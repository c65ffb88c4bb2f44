package dev.tributary.landing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code webhook_delivery}: what was pushed to us and has landed. */
@Repository
class DeliveryLedger {

    private final JdbcClient jdbc;

    DeliveryLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Reception.Known> find(String source, Imprint imprint) {
        return jdbc.sql(
                        "SELECT received_at, signed FROM webhook_delivery WHERE source = :source AND delivery = :delivery")
                .param("source", source)
                .param("delivery", imprint.delivery())
                .query((row, number) -> new Reception.Known(
                        row.getObject("received_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString("signed").equals(imprint.signed())))
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException where it is there already */
    void insert(String source, Imprint imprint, long segment) {
        jdbc.sql("""
                        INSERT INTO webhook_delivery (source, delivery, signed, received_at, segment)
                        VALUES (:source, :delivery, :signed, :now, :segment)
                        """)
                .param("source", source)
                .param("delivery", imprint.delivery())
                .param("signed", imprint.signed())
                .param("now", LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS))
                .param("segment", segment)
                .update();
    }

    int deleteBefore(Collection<String> sources, Instant time) {
        return sources.isEmpty()
                ? 0
                : jdbc.sql("DELETE FROM webhook_delivery WHERE source IN (:sources) AND received_at < :time")
                        .param("sources", sources)
                        .param("time", LocalDateTime.ofInstant(time, ZoneOffset.UTC))
                        .update();
    }
}
