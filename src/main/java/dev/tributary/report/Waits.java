package dev.tributary.report;

import dev.tributary.interaction.Direction;
import java.time.LocalDateTime;
import java.util.Arrays;
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

    private final Listener listener;
    private byte[] episode = {};
    private @Nullable Message begin;
    private @Nullable Message question;

    Waits(Listener listener) {
        this.listener = listener;
    }

    /** Is told what the messages tell. */
    interface Listener {

        /**
         * A customer said something.
         *
         * @param begin what the episode begins with, whoever said it
         */
        void said(Message message, Message begin);

        /** A customer waited, for as long as is known now. */
        void waited(Wait wait);
    }

    /**
     * One message. Those of one episode follow each other, ordered by time.
     *
     * @param call whether it was a call
     */
    record Message(
            byte[] episode, long interaction, LocalDateTime at, Direction direction, String channel, boolean call) {}

    void next(Message message) {
        if (!Arrays.equals(episode, message.episode())) {
            end();
            episode = message.episode();
            begin = message;
        }
        if (message.direction() == Direction.OUTBOUND) {
            answered(message);
        } else if (message.direction() == Direction.INBOUND) {
            asked(message);
        }
    }

    /** There are no more messages. */
    void end() {
        if (question != null) {
            listener.waited(Wait.unanswered(question));
            question = null;
        }
    }

    private void asked(Message message) {
        listener.said(message, begin == null ? message : begin);
        if (question == null && !message.call()) {
            question = message;
        }
    }

    private void answered(Message message) {
        if (question != null) {
            listener.waited(Wait.answered(question, message));
            question = null;
        }
    }
}
