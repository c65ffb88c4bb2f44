package dev.tributary.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many messages there are of each day. Days are UTC. Thread-safe. */
@Component
public class Coverage {

    private static final String ACCOUNTS = """
            SELECT source, channel, account, SUM(interactions) AS interactions FROM source_day WHERE %s
            GROUP BY source, channel, account ORDER BY SUM(interactions) DESC, source, channel, account""";

    private final JdbcClient jdbc;

    Coverage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account of ours for which a source reports messages, and how many it reported. */
    public record Account(String source, String channel, String account, long interactions) {}

    /** The days with messages that a source reported, and how many. */
    public NavigableMap<LocalDate, Long> ofSource(String source) {
        return days(jdbc.sql("SELECT on_day, SUM(interactions) FROM source_day WHERE source = :source GROUP BY on_day")
                .param("source", source));
    }

    /** The days with messages of one of our accounts, whoever reported them: the highest count that one source has. */
    NavigableMap<LocalDate, Long> ofAccount(String channel, String account) {
        return days(jdbc.sql("""
                        SELECT on_day, MAX(interactions) FROM source_day WHERE channel = :channel AND account = :account
                        GROUP BY on_day""").param("channel", channel).param("account", account));
    }

    /** The accounts of a source, those with most messages first. */
    List<Account> accountsOf(String source) {
        return jdbc.sql(ACCOUNTS.formatted("source = :source"))
                .param("source", source)
                .query(Account.class)
                .list();
    }

    /** The sources of an account, those with most messages first. */
    List<Account> sourcesOf(String channel, String account) {
        return jdbc.sql(ACCOUNTS.formatted("channel = :channel AND account = :account"))
                .param("channel", channel)
                .param("account", account)
                .query(Account.class)
                .list();
    }

    private static NavigableMap<LocalDate, Long> days(JdbcClient.StatementSpec rows) {
        NavigableMap<LocalDate, Long> days = new TreeMap<>();
        rows.query(row -> {
            days.put(row.getObject(1, LocalDate.class), row.getLong(2));
        });
        return days;
    }
}
