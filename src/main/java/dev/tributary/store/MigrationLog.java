package dev.tributary.store;

import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an operator whose database is brought to a newer version what is done to it, and how long it took. */
final class MigrationLog extends BaseCallback {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationLog.class);

    /** Whose tables are made now has nobody who waits for them. */
    private static final MigrationVersion FIRST = MigrationVersion.fromVersion("1.1");

    /** Of what takes less, nobody needs to know. */
    private static final long WORTH_A_WORD = 500;

    private boolean fresh;
    private long begun;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.BEFORE_EACH_MIGRATE) {
            begun = System.nanoTime();
            fresh |= context.getMigrationInfo() != null
                    && FIRST.equals(context.getMigrationInfo().getVersion());
            return;
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        if (!fresh && millis >= WORTH_A_WORD && context.getMigrationInfo() != null) {
            LOG.info(
                    "The database is at version {} ({}), after {} ms",
                    context.getMigrationInfo().getVersion(),
                    context.getMigrationInfo().getDescription(),
                    millis);
        }
    }
}
