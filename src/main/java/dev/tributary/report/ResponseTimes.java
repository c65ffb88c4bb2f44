package dev.tributary.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds up the waits that {@link WaitLedger} keeps, by channel. */
final class ResponseTimes {

    private static final int MINUTE = 60;

    private final JdbcTemplate jdbc;

    ResponseTimes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of everything that was told so far, in the order of the channels' names. */
    List<ResponseTime> perChannel() {
        Map<String, Tally> channels = new TreeMap<>();
        jdbc.query("SELECT channel, conversations FROM response_channel", row -> {
            of(row.getString(1), channels).conversations += row.getLong(2);
        });
        jdbc.query("SELECT channel, seconds, COUNT(*) FROM response_wait GROUP BY channel, seconds", row -> {
            Tally tally = of(row.getString(1), channels);
            long waits = row.getLong(3);
            tally.waits += waits;
            if (row.getObject(2) != null) {
                for (long i = 0; i < waits; i++) {
                    tally.answers.add(row.getLong(2));
                }
            }
        });
        return channels.entrySet().stream()
                .map(channel -> channel.getValue().responseTime(channel.getKey()))
                .toList();
    }

    private static Tally of(String channel, Map<String, Tally> channels) {
        return channels.computeIfAbsent(channel, any -> new Tally());
    }

    private static final class Tally {
        private long conversations;
        private long waits;
        private final Delays answers = new Delays();

        ResponseTime responseTime(String channel) {
            boolean any = answers.size() > 0;
            return new ResponseTime(
                    channel,
                    conversations,
                    waits,
                    answers.size(),
                    any ? answers.percentile(50) : null,
                    any ? answers.percentile(90) : null,
                    answers.within(15 * MINUTE),
                    answers.within(60 * MINUTE));
        }
    }
}
