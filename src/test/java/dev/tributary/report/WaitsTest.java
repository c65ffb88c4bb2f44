package dev.tributary.report;

import static dev.tributary.interaction.Direction.INBOUND;
import static dev.tributary.interaction.Direction.INTERNAL;
import static dev.tributary.interaction.Direction.OUTBOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.interaction.Direction;
import dev.tributary.interaction.InteractionType;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class WaitsTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 13, 12, 0);

    private final Records records = Records.inMemory();
    private int messages;

    @Test
    void aWaitLastsFromTheFirstQuestionToTheAnswer() {
        said("x", "talk", 0, INBOUND);
        said("x", "talk", 4, INBOUND);
        said("x", "talk", 10, OUTBOUND);
        said("x", "talk", 11, OUTBOUND);

        assertThat(waits()).containsExactly(new ResponseTime("x", 1, 1, 1, 600, 600, 1, 1));
    }

    @Test
    void everyQuestionAfterAnAnswerIsANewWait() {
        said("x", "talk", 0, INBOUND);
        said("x", "talk", 10, OUTBOUND);
        said("x", "talk", 20, INBOUND);
        said("x", "talk", 60, OUTBOUND);
        said("x", "talk", 70, INBOUND);
        said("x", "talk", 190, OUTBOUND);
        said("x", "talk", 200, INBOUND);

        ResponseTime x = waits().get(0);
        assertThat(x).isEqualTo(new ResponseTime("x", 1, 4, 3, 2400, 7200, 1, 2));
        assertThat(x.unanswered()).isEqualTo(1);
        assertThat(x.share(x.unanswered())).isEqualTo(0.25);
    }

    @Test
    void aQuestionWithoutAnAnswerHasNoMedian() {
        said("x", "talk", 0, INBOUND);

        assertThat(waits()).containsExactly(new ResponseTime("x", 1, 1, 0, null, null, 0, 0));
    }

    @Test
    void whatTheCompanyBeganIsNoConversationOfACustomer() {
        said("x", "post", 0, OUTBOUND);
        said("x", "post", 5, INBOUND);
        said("x", "post", 6, OUTBOUND);

        assertThat(waits()).containsExactly(new ResponseTime("x", 0, 1, 1, 60, 60, 1, 1));
    }

    @Test
    void aPublicCommentIsAnsweredByAPrivateMessage() {
        long comment = records.message("facebook", "comment", "post", NOON, INBOUND, InteractionType.COMMENT, null);
        long answer = said("messenger", "private talk", 30, OUTBOUND);
        oneEpisode(comment, "post", answer, "private talk");

        assertThat(waits()).containsExactly(new ResponseTime("facebook", 1, 1, 1, 1800, 1800, 0, 1));
    }

    @Test
    void aMessageIsAnsweredByCallingBack() {
        long message = records.message("line", "please call", "talk", NOON, INBOUND);
        long call = records.message("voice", "call", "call", NOON.plusMinutes(5), OUTBOUND, InteractionType.CALL, null);
        oneEpisode(message, "talk", call, "call");

        assertThat(waits()).containsExactly(new ResponseTime("line", 1, 1, 1, 300, 300, 1, 1));
    }

    @Test
    void thePrivateAnswerToOneCustomerAnswersNobodyElseUnderThePost() {
        long comment = records.message("facebook", "comment", "post", NOON, INBOUND, InteractionType.COMMENT, null);
        said("facebook", "post", 1, INBOUND);
        long answer = said("messenger", "private talk", 30, OUTBOUND);
        oneEpisode(comment, "post", answer, "private talk");

        assertThat(waits())
                .extracting(ResponseTime::waits, ResponseTime::answered)
                .containsExactly(tuple(2L, 1L));
    }

    @Test
    void anEpisodeMayBearTheNameOfAConversationThatIsTiedToNone() {
        said("x", "post", 0, INBOUND);
        long call = said("phone", "call", 10, OUTBOUND);
        records.part(call, "call", "post");

        assertThat(waits()).containsExactly(new ResponseTime("x", 1, 1, 1, 600, 600, 1, 1));
    }

    @Test
    void aPrivateMessageOfTheCustomerAnswersNothing() {
        long comment = records.message("facebook", "comment", "post", NOON, INBOUND);
        long more = said("messenger", "private talk", 30, INBOUND);
        oneEpisode(comment, "post", more, "private talk");

        assertThat(waits()).extracting(ResponseTime::answered).containsExactly(0L, 0L);
    }

    @Test
    void aNoteAmongColleaguesNeitherAnswersNorWaits() {
        said("x", "talk", 0, INBOUND);
        said("x", "talk", 2, INTERNAL);
        records.message("x", "note", "talk", NOON.plusMinutes(3), OUTBOUND, InteractionType.NOTE, null);
        said("x", "talk", 30, OUTBOUND);
        said("x", "other", 0, INTERNAL);

        assertThat(waits()).containsExactly(new ResponseTime("x", 1, 1, 1, 1800, 1800, 0, 1));
    }

    @Test
    void whatTheCustomerTookBackWaitsForNothing() {
        records.message("x", "gone", "talk", NOON, INBOUND, InteractionType.MESSAGE, NOON.plusMinutes(1));

        assertThat(waits()).isEmpty();
    }

    @Test
    void anIncomingCallWaitsForNothing() {
        records.message("voice", "call", "call", NOON, INBOUND, InteractionType.CALL, null);

        assertThat(waits()).containsExactly(new ResponseTime("voice", 1, 0, 0, null, null, 0, 0));
    }

    @Test
    void aWaitBelongsToTheChannelItBeganOn() {
        said("line", "talk", 0, INBOUND);
        said("email", "talk", 20, OUTBOUND);

        assertThat(waits()).containsExactly(new ResponseTime("line", 1, 1, 1, 1200, 1200, 0, 1));
    }

    @Test
    void theNinetiethPercentileIsTheSmallestThatNineOfTenDoNotExceed() {
        Delays delays = new Delays();
        for (int i = 100; i >= 1; i--) {
            delays.add(i);
        }

        assertThat(delays.percentile(50)).isEqualTo(50);
        assertThat(delays.percentile(90)).isEqualTo(90);
        assertThat(delays.within(15)).isEqualTo(15);
        delays.add(Long.MAX_VALUE);
        assertThat(delays.percentile(100)).isEqualTo(Integer.MAX_VALUE);
        assertThat(delays.percentile(50)).isEqualTo(51);
    }

    @Test
    void keepsAllOfManyDelaysInParts() {
        Delays delays = new Delays();
        for (int i = 25_000; i > 0; i--) {
            delays.add(i);
        }
        Delays again = new Delays();
        assertThat(delays.parts())
                .hasSize(3)
                .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(40_000));
        delays.parts().forEach(again::addAll);

        assertThat(again.size()).isEqualTo(25_000);
        assertThat(again.percentile(50)).isEqualTo(12_500);
        assertThat(again.percentile(100)).isEqualTo(25_000);
    }

    /** What a customer, whom two channels know by two names, says and hears in two conversations. */
    private void oneEpisode(long one, String conversation, long other, String otherConversation) {
        records.part(one, conversation, "episode");
        records.part(other, otherConversation, "episode");
    }

    private long said(String channel, String conversation, int minute, Direction direction) {
        return records.message(channel, "m" + ++messages, conversation, NOON.plusMinutes(minute), direction);
    }

    private List<ResponseTime> waits() {
        records.waitsAreTold();
        return new ResponseTimes(new JdbcTemplate(records.database)).perChannel();
    }
}
