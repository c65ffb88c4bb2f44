package dev.tributary.stage;

import dev.tributary.due.Due;
import dev.tributary.landing.Segments;
import dev.tributary.run.Counted;
import dev.tributary.run.Equation;
import dev.tributary.stage.Normalised.SegmentDone;
import dev.tributary.stage.StageItem.Position;
import dev.tributary.testing.TestDatabase;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;

/** A run that stages what it is given, a chunk in a transaction, as one partition of the step does. */
final class StagedRun {

    private final TestDatabase database;
    private final long run;
    private final StageWriter writer;

    private StagedRun(TestDatabase database, long run, int partition) {
        this.database = database;
        this.run = run;
        this.writer = new StageWriter(
                run,
                partition,
                database.transaction(),
                new Participants(database.jdbc(), database.bean(Due.class)),
                new Interactions(
                        database.jdbc(), run, database.bean(Counted.class).until(Counted.What.DAYS) >= run),
                new Quarantine(database.jdbc(), run),
                database.bean(Segments.class),
                database.bean(Equation.class),
                new StageProgress());
    }

    static StagedRun on(TestDatabase database) {
        return new StagedRun(database, database.openRun(), 0);
    }

    /** Another partition of this run. */
    StagedRun partition(int number) {
        return new StagedRun(database, run, number);
    }

    long number() {
        return run;
    }

    void write(Normalised... chunk) {
        write(List.of(chunk));
    }

    void write(List<Normalised> chunk) {
        database.transaction().executeWithoutResult(status -> writer.write(new Chunk<>(chunk)));
    }

    /** The news that a segment, which no ledger knows, was read to its end. */
    SegmentDone endOf(String source, long segment) {
        return new SegmentDone(source, new Position(segment, 0, 0), -1, 0);
    }
}
