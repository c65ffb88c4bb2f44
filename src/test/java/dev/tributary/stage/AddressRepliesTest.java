package dev.tributary.stage;

import static dev.tributary.stage.Said.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.interaction.Party;
import dev.tributary.run.RunLedger;
import dev.tributary.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.step.StepExecution;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class AddressRepliesTest {

    private static final Said QUESTION = aMessage().withId("q").from("ann");

    @Parameter
    TestDatabase database;

    @BeforeEach
    void anEmptyDatabase() {
        database.clear();
    }

    @Test
    void addressesAReplyToWhomItAnswers() {
        StagedRun run = StagedRun.on(database);
        run.write(QUESTION.report(), reply());
        address(run);

        assertThat(recipients()).containsExactly("ann");
    }

    @Test
    void addressesAReplyWhoseQuestionComesARunLaterAndHasItPublishedAgain() {
        StagedRun first = StagedRun.on(database);
        first.write(reply());
        address(first);
        database.bean(RunLedger.class).published(first.number());
        assertThat(recipients()).isEmpty();

        StagedRun second = StagedRun.on(database);
        second.write(QUESTION.report());
        address(second);

        assertThat(recipients()).containsExactly("ann");
        assertThat(database.rows("SELECT changed_run FROM interaction WHERE native_id = 'r'"))
                .isEqualTo(List.of(Map.of("changed_run", String.valueOf(second.number()))));
    }

    @Test
    void addressesARevisedReplyAnew() {
        StagedRun first = StagedRun.on(database);
        first.write(QUESTION.report(), reply());
        address(first);
        database.bean(RunLedger.class).published(first.number());
        StagedRun second = StagedRun.on(database);
        second.write(publicReply()
                .saying("We are very sorry")
                .editedAt(11, 0)
                .on(2, 1)
                .report());
        assertThat(recipients()).isEmpty();
        address(second);

        assertThat(recipients()).containsExactly("ann");
    }

    @Test
    void leavesAReplyToOneOfUsAndOneThatNamesItsRecipientAlone() {
        StagedRun run = StagedRun.on(database);
        run.write(
                QUESTION.report(),
                publicReply().withId("r2").to("bo").report(),
                publicReply().withId("r3").answering("r2").report());
        address(run);

        assertThat(recipients()).containsExactly("bo");
    }

    @Test
    void addressesNothingTwice() {
        StagedRun run = StagedRun.on(database);
        run.write(QUESTION.report(), reply());
        address(run);
        Map<String, List<String>> before = database.content("interaction", "interaction_participant");
        address(run);

        assertThat(database.content("interaction", "interaction_participant")).isEqualTo(before);
    }

    private static Normalised reply() {
        return publicReply().report();
    }

    private static Said publicReply() {
        Party agent = Said.ofName("agent");
        return aMessage().withId("r").from(agent).outbound().answering("q").saying("We are sorry");
    }

    private void address(StagedRun run) {
        AddressReplies replies = new AddressReplies(database.jdbc(), database.bean(RunLedger.class), run.number());
        StepExecution step =
                new StepExecution(1, "thread", new JobExecution(1, new JobInstance(1, "sync"), new JobParameters()));
        database.transaction()
                .executeWithoutResult(status ->
                        replies.execute(step.createStepContribution(), new ChunkContext(new StepContext(step))));
    }

    private List<String> recipients() {
        return database.jdbc()
                .queryForList(
                        "SELECT p.name FROM interaction_participant r JOIN participant p ON p.id = r.participant_id"
                                + " WHERE r.role = 'RECIPIENT'",
                        String.class);
    }
}
