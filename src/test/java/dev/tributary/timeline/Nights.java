package dev.tributary.timeline;

import dev.tributary.due.Due;
import dev.tributary.interaction.Identifier;
import dev.tributary.run.Counted;
import dev.tributary.run.RunLedger;
import dev.tributary.testing.TestDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the nightly job does to timelines and contacts, for tests that need no whole job. */
public final class Nights {

    private final TestDatabase database;

    public Nights(TestDatabase database) {
        this.database = database;
    }

    /** Publishes a run, as its last step but one does; returns how many rows of timelines it wrote. */
    public int publish(long run) {
        Publish publish = step(run);
        StepExecution step =
                new StepExecution(1, "publish", new JobExecution(1, new JobInstance(1, "sync"), new JobParameters()));
        StepContribution contribution = step.createStepContribution();
        ChunkContext context = new ChunkContext(new StepContext(step));
        RepeatStatus status = RepeatStatus.CONTINUABLE;
        while (status.isContinuable()) {
            status = database.transaction().execute(it -> publish.execute(contribution, context));
        }
        return (int) contribution.getWriteCount();
    }

    Publish step(long run) {
        return new Publish(
                database.bean(JdbcClient.class),
                database.bean(RunLedger.class),
                database.bean(TimelineEntries.class),
                database.bean(LearnedPoints.class),
                database.bean(GoldenRecords.class),
                database.bean(ContactWords.class),
                database.bean(RetractedLinks.class),
                database.bean(Counted.class),
                database.bean(Due.class),
                run);
    }

    /** Throws away all that follows from decisions, and makes it anew. */
    public void republishFromScratch() {
        JdbcClient jdbc = database.bean(JdbcClient.class);
        long published = database.bean(RunLedger.class).lastPublishedBefore(Long.MAX_VALUE);
        database.transaction().executeWithoutResult(it -> {
            jdbc.sql("DELETE FROM crm_timeline_entry").update();
            jdbc.sql("DELETE FROM crm_contact_point WHERE origin = 'TRIBUTARY'").update();
            jdbc.sql("DELETE FROM golden_contact").update();
            jdbc.sql("DELETE FROM contact_word").update();
            database.bean(TimelineEntries.class).refreshInteractions(ids("interaction"), published);
            database.bean(LearnedPoints.class).refresh(ids("crm_contact"), published);
            database.bean(GoldenRecords.class).publish();
            database.bean(ContactWords.class).publish();
        });
    }

    /** Brings a contact in as the CRM shows it now. */
    public void importContact(String externalId, String name, String city, List<Identifier> points) {
        ContactDetails details = new ContactDetails(null, null, city, null, null, Consent.ALL, "crm", null);
        database.bean(ContactStore.class)
                .write(List.of(new ContactRow(1, externalId, name, null, null, null, details, points)));
    }

    /** Brings a contact in as the CRM shows it now; one without a given name is a company. */
    public void importPerson(String externalId, @Nullable String given, String family, List<Identifier> points) {
        String name = given == null ? family : given + " " + family;
        database.bean(ContactStore.class)
                .write(List.of(new ContactRow(
                        1,
                        externalId,
                        name,
                        given,
                        given == null ? null : family,
                        given == null ? family : null,
                        ContactDetails.NONE,
                        points)));
    }

    private List<Long> ids(String table) {
        return database.bean(JdbcClient.class)
                .sql("SELECT id FROM " + table)
                .query(Long.class)
                .list();
    }
}
