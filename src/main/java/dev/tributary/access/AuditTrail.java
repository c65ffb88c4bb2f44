package dev.tributary.access;

import dev.tributary.store.FetchSize;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was looked at, decided, given out and operated, and by whom: entries are appended, and each seals those before it. Thread-safe,
 * also among several processes on one database.
 */
@Component
public class AuditTrail {

    private static final String COLUMNS =
            "number, at_utc, actor, roles, act, what, status, address, previous, hash FROM audit_entry";

    private static final String HEAD = "SELECT number, hash FROM audit_head WHERE id = 1";

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;
    private final TransactionTemplate itsOwn;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, DataSource database, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(database);
        this.streaming.setFetchSize(FetchSize.streaming(database));
        this.itsOwn = new TransactionTemplate(transactions);
        this.itsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    private record Head(long number, String hash) {}

    /** Appends an entry, in a transaction of its own: it stays whatever becomes of the caller's. */
    public void append(Deed deed) {
        itsOwn.executeWithoutResult(status -> {
            Head head = head(HEAD + " FOR UPDATE");
            LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
            AuditEntry entry = AuditEntry.after(head.number(), head.hash(), now, deed);
            insert(entry);
            jdbc.sql("UPDATE audit_head SET number = :number, hash = :hash WHERE id = 1")
                    .param("number", entry.number())
                    .param("hash", entry.hash())
                    .update();
        });
    }

    /**
     * Reads the whole trail in a stream and recomputes every hash; what is appended meanwhile is read along or left for the next time.
     *
     * @param anchor a hash that was kept elsewhere, to be found in the trail; null for none
     */
    public Verified verify(@Nullable String anchor) {
        Head head = head(HEAD);
        Chain chain = new Chain(head.number(), head.hash(), anchor);
        Optional<Chain.Fault> fault = Optional.ofNullable(streaming.query(
                        "SELECT " + COLUMNS + " ORDER BY number", (ResultSet rows) -> firstFault(rows, chain)))
                .or(() -> chain.end(head(HEAD).number()));
        return new Verified(
                chain.number(),
                chain.hash(),
                fault.map(Chain.Fault::meaning).orElse(null),
                fault.map(Chain.Fault::entry).filter(number -> number > 0).orElse(null));
    }

    /**
     * Entries, the newest first.
     *
     * @param actor null for everybody
     * @param act null for all
     * @param since null for all of them, else in UTC
     * @param before only those with a smaller number
     * @param most how many at most
     */
    public List<AuditEntry> newest(
            @Nullable String actor, @Nullable Act act, @Nullable LocalDateTime since, long before, int most) {
        StringBuilder sql = new StringBuilder("SELECT " + COLUMNS + " WHERE number < :before");
        Map<String, Object> parameters = new HashMap<>(Map.of("before", before, "most", most));
        if (actor != null) {
            sql.append(" AND actor = :actor");
            parameters.put("actor", actor);
        }
        if (act != null) {
            sql.append(" AND act = :act");
            parameters.put("act", act.name());
        }
        if (since != null) {
            sql.append(" AND at_utc >= :since");
            parameters.put("since", since);
        }
        return jdbc.sql(sql.append(" ORDER BY number DESC LIMIT :most").toString())
                .params(parameters)
                .query((row, number) -> entry(row))
                .list();
    }

    private void insert(AuditEntry entry) {
        jdbc.sql("""
                        INSERT INTO audit_entry (number, at_utc, actor, roles, act, what, status, address, previous, hash)
                        VALUES (:number, :at, :actor, :roles, :act, :what, :status, :address, :previous, :hash)""")
                .param("number", entry.number())
                .param("at", entry.at())
                .param("actor", entry.deed().actor())
                .param("roles", entry.deed().roles())
                .param("act", entry.deed().act())
                .param("what", entry.deed().what())
                .param("status", entry.deed().status())
                .param("address", entry.deed().address())
                .param("previous", entry.previous())
                .param("hash", entry.hash())
                .update();
    }

    private Head head(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> new Head(row.getLong("number"), row.getString("hash")))
                .single();
    }

    private static Chain.@Nullable Fault firstFault(ResultSet rows, Chain chain) throws SQLException {
        while (rows.next()) {
            Optional<Chain.Fault> fault = chain.next(entry(rows));
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        return null;
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        Deed deed = new Deed(
                row.getString("actor"),
                row.getString("roles"),
                row.getString("act"),
                row.getString("what"),
                row.getInt("status"),
                row.getString("address"));
        return new AuditEntry(
                row.getLong("number"),
                row.getObject("at_utc", LocalDateTime.class),
                deed,
                row.getString("previous"),
                row.getString("hash"));
    }
}
