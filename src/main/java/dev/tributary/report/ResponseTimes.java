package dev.tributary.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds up the weeks that {@link WaitWeeks} keeps, by channel. */
final class ResponseTimes {

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
        jdbc.query("""
                SELECT channel, SUM(waits), SUM(within_15_minutes), SUM(within_60_minutes) FROM response_week
                GROUP BY channel""", row -> {
            Tally tally = of(row.getString(1), channels);
            tally.waits = row.getLong(2);
            tally.within15Minutes = row.getLong(3);
            tally.within60Minutes = row.getLong(4);
        });
        new WaitWeeks(jdbc).answers().forEach((channel, answers) -> of(channel, channels).answers = answers);
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
        private long within15Minutes;
        private long within60Minutes;
        private Delays answers = new Delays();

        ResponseTime responseTime(String channel) {
            boolean any = answers.size() > 0;
            return new ResponseTime(
                    channel,
                    conversations,
                    waits,
                    answers.size(),
                    any ? answers.percentile(50) : null,
                    any ? answers.percentile(90) : null,
                    within15Minutes,
                    within60Minutes);
        }
    }
}
