package dev.tributary.identity;

import dev.tributary.due.Due;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One run's decisions: upon those who are due, or upon everybody where rules changed. Who is due stays so until the last of them is read,
 * in the transaction that writes its decision, so that a restart decides upon all of them again; decisions are the same however often
 * they are made. What a step does after its last transaction may be lost: Spring Batch notes first that the step is complete. Not
 * thread-safe.
 */
class Round implements StepExecutionListener, ItemStreamReader<Candidate>, ItemProcessor<Candidate, Resolved> {

    /** Whom a full contact keeps waiting: it may be so no more, whoever changed it. */
    private static final String WAITING_FOR_ROOM =
            "SELECT participant_id FROM review_case WHERE state = 'OPEN' AND reason = '" + Reason.CAP.name() + "'";

    private final Matching matching;
    private final Due due;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final boolean always;
    private String basis = "";
    private Due.Scope scope = Due.Scope.EVERYBODY;
    private @Nullable Matcher matcher;
    private @Nullable CandidateReader candidates;

    /** @param everybody whether to decide upon everybody whatever changed */
    Round(Matching matching, Due due, DataSource dataSource, TransactionTemplate transaction, boolean everybody) {
        this.matching = matching;
        this.due = due;
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.always = everybody;
    }

    @Override
    public void beforeStep(StepExecution step) {
        begin();
    }

    void begin() {
        basis = matching.basis();
        transaction.executeWithoutResult(status -> {
            due.those(WAITING_FOR_ROOM);
            Due.Scope taken = due.take(basis);
            scope = always ? Due.Scope.EVERYBODY : taken;
        });
        matching.bringUpToDate(scope);
        transaction.executeWithoutResult(status -> due.takeMore());
        matcher = isUponEverybody() ? matching.matcherOfRun() : matching.matcherOfDue();
    }

    private boolean isUponEverybody() {
        return scope == Due.Scope.EVERYBODY;
    }

    @Override
    public void open(ExecutionContext context) {
        candidates =
                isUponEverybody() ? CandidateReader.ofAll(dataSource) : CandidateReader.ofThose(dataSource, Due.TAKEN);
        candidates.open(context);
    }

    @Override
    public @Nullable Candidate read() throws Exception {
        if (candidates == null) {
            throw new IllegalStateException("The round has not begun");
        }
        Candidate next = candidates.read();
        if (next == null) {
            due.done(basis, scope);
        }
        return next;
    }

    @Override
    public Resolved process(Candidate candidate) {
        if (matcher == null) {
            throw new IllegalStateException("The round has not begun");
        }
        return matcher.resolve(candidate);
    }

    @Override
    public void close() {
        if (candidates != null) {
            candidates.close();
        }
    }
}
