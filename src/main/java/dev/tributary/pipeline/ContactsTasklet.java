package dev.tributary.pipeline;

import dev.tributary.definition.JobDefinition;
import dev.tributary.run.Equation;
import dev.tributary.run.FailureCode;
import dev.tributary.run.Home;
import dev.tributary.run.Restage;
import dev.tributary.timeline.ContactFileUnusable;
import dev.tributary.timeline.ContactImport;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Brings in the contacts that the job names, where their list is another than the last one; where everything is to be read again, that
 * list too. Where it cannot be read the run goes on with the contacts that are known.
 */
class ContactsTasklet implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(ContactsTasklet.class);
    private static final String SOURCE = "contacts";

    private final JobDefinition job;
    private final ContactImport contacts;
    private final Equation equation;
    private final Home home;
    private final Restage restage;
    private final long run;

    ContactsTasklet(
            JobDefinition job, ContactImport contacts, Equation equation, Home home, Restage restage, long run) {
        this.job = job;
        this.contacts = contacts;
        this.equation = equation;
        this.home = home;
        this.restage = restage;
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        if (job.contacts() != null) {
            Path file = home.path().resolve(job.contacts());
            try {
                ContactImport.Result result =
                        restage == Restage.ALL ? contacts.importFile(file, null, null) : contacts.importNews(file);
                LOG.info(
                        "Contacts: {} read, {} new, {} updated, {} refused",
                        result.read(),
                        result.added(),
                        result.updated(),
                        result.refused());
            } catch (ContactFileUnusable unusable) {
                equation.sourceEnded(run, SOURCE, FailureCode.FILE_UNAVAILABLE, unusable.getMessage());
            }
        }
        return RepeatStatus.FINISHED;
    }
}
