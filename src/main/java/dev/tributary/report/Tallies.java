package dev.tributary.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the waits of each channel. */
final class Tallies implements Waits.Listener {

    private static final int MINUTE = 60;

    private final Map<String, Tally> channels = new TreeMap<>();

    @Override
    public void said(Waits.Message message, boolean first) {
        of(message).conversations += first ? 1 : 0;
    }

    @Override
    public void waited(Wait wait) {
        Tally tally = of(wait.question());
        tally.waits++;
        Long seconds = wait.seconds();
        if (seconds != null) {
            tally.answers.add(seconds);
        }
    }

    List<ResponseTime> perChannel() {
        return channels.entrySet().stream()
                .map(channel -> channel.getValue().responseTime(channel.getKey()))
                .toList();
    }

    private Tally of(Waits.Message message) {
        return channels.computeIfAbsent(message.channel(), channel -> new Tally());
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
