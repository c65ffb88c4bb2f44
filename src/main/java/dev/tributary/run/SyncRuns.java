package dev.tributary.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SyncRuns extends Repository<SyncRun, Long> {

    SyncRun save(SyncRun run);

    Optional<SyncRun> findById(long id);

    Optional<SyncRun> findFirstByJobAndBusinessDateOrderByAttemptDesc(String job, LocalDate businessDate);

    Iterable<SyncRun> findTop10ByOrderByIdDesc();

    List<SyncRun> findByStateOrderByIdDesc(RunState state);

    @Query("select run from SyncRun run where run.state = RUNNING or run.state = STOPPED and run.goesOn = true"
            + " order by run.id desc")
    List<SyncRun> findLeftBehind();

    @Query("select coalesce(max(run.id), 0) from SyncRun run where run.published = true and run.id < :before")
    long lastPublishedBefore(long before);
}
