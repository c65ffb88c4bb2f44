package dev.tributary.report;

import dev.tributary.interaction.Direction;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The waits of customers, told from the messages of each episode in the order of their times.
 *
 * <p>A wait begins with the first inbound message after the start of the episode or after an outbound one, and ends with the
 * next outbound one, wherever it is said: an answer in private, a call back and a reply in the ticket are answers. The wait belongs to the channel of the message it began with. Notes among colleagues
 * and messages that the customer took back neither wait nor answer. An inbound call is over when it is over: it begins no
 * wait. A last word that needs no answer, such as thanks, cannot be told from a question and counts as unanswered.
 */
final class Waits {

    private static final int MINUTE = 60;

    private final Map<String, Tally> channels = new TreeMap<>();
    private byte[] episode = {};
    private boolean begun;
    private @Nullable Tally waiting;
    private @Nullable LocalDateTime since;

    /**
     * One message. Those of one episode follow each other, ordered by time.
     *
     * @param call whether it was a call
     */
    record Message(byte[] episode, LocalDateTime at, Direction direction, String channel, boolean call) {}

    void next(Message message) {
        if (!Arrays.equals(episode, message.episode())) {
            episode = message.episode();
            begun = false;
            waiting = null;
        }
        if (message.direction() == Direction.OUTBOUND) {
            answered(message);
        } else if (message.direction() == Direction.INBOUND) {
            asked(message);
        }
        begun = true;
    }

    List<ResponseTime> perChannel() {
        return channels.entrySet().stream()
                .map(channel -> channel.getValue().responseTime(channel.getKey()))
                .toList();
    }

    private void asked(Message message) {
        Tally tally = channels.computeIfAbsent(message.channel(), channel -> new Tally());
        if (!begun) {
            tally.conversations++;
        }
        if (waiting == null && !message.call()) {
            tally.waits++;
            waiting = tally;
            since = message.at();
        }
    }

    private void answered(Message message) {
        if (waiting != null && since != null) {
            waiting.answers.add(Duration.between(since, message.at()).toSeconds());
            waiting = null;
        }
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
