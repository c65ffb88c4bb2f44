package dev.tributary.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Knows the statement that each step of a run executes, so that a run that is to stop need not wait for one that takes minutes: what
 * it did is rolled back, and done again when the run goes on. Thread-safe.
 */
public class RunningStatements extends JdbcTemplate {

    private static final Logger LOG = LoggerFactory.getLogger(RunningStatements.class);

    private final Map<Thread, Statement> ofSteps = Collections.synchronizedMap(new WeakHashMap<>());

    RunningStatements(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        if (StepSynchronizationManager.getContext() != null) {
            ofSteps.put(Thread.currentThread(), statement);
        }
    }

    /** Ends what steps execute now; their transactions are rolled back. */
    public void cancel() {
        List<Statement> running;
        synchronized (ofSteps) {
            running = new ArrayList<>(ofSteps.values());
        }
        for (Statement statement : running) {
            try {
                if (!statement.isClosed()) {
                    statement.cancel();
                }
            } catch (SQLException ended) {
                LOG.debug("A statement had ended by itself");
            }
        }
    }
}
