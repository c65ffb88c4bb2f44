package dev.tributary.notice;

import dev.tributary.run.RunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The notices that are written down, and which of them were sent. Thread-safe, and shared by all nodes on a database. */
@Component
class Outbox {

    /** Longer than any try takes: who holds a notice for longer is dead. */
    private static final Duration HELD = Duration.ofMinutes(10);

    private static final int LONGEST_TITLE = 255;
    private static final int LONGEST_FAILURE = 255;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Outbox(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Writes a notice to each of these targets, to all or none; one that is written already stays as it is. */
    void write(Occasion occasion, Collection<Target> targets, String title, String words) {
        transaction.executeWithoutResult(status -> targets.forEach(target -> write(occasion, target, title, words)));
    }

    private void write(Occasion occasion, Target target, String title, String words) {
        jdbc.sql("""
                            INSERT INTO notice (job, business_date, kind, moment, target, title, words, state, written_at, due_at, tries)
                            VALUES (:job, :date, :kind, :moment, :target, :title, :words, 'WAITING', :now, :now, 0)
                            ON DUPLICATE KEY UPDATE tries = tries""")
                .param("job", occasion.job())
                .param("date", occasion.businessDate())
                .param("kind", occasion.kind())
                .param("moment", occasion.moment())
                .param("target", target.name())
                .param("title", cut(title, LONGEST_TITLE))
                .param("words", words)
                .param("now", now())
                .update();
    }

    /** Whether anything is written of this occasion. */
    boolean knows(Occasion occasion) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM notice
                        WHERE job = :job AND business_date = :date AND kind = :kind AND moment = :moment""")
                        .param("job", occasion.job())
                        .param("date", occasion.businessDate())
                        .param("kind", occasion.kind())
                        .param("moment", occasion.moment())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The runs of a job that ended so since then, and of whose end nothing is written. */
    List<Long> untold(String job, Set<RunState> states, LocalDateTime since) {
        return jdbc.sql("""
                        SELECT r.id FROM sync_run r
                        WHERE r.job = :job AND r.state IN (:states) AND r.ended_at >= :since
                          AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.job = r.job AND n.business_date = r.business_date
                                            AND n.moment = r.ended_at AND n.kind = r.state)
                        ORDER BY r.id""")
                .param("job", job)
                .param("states", states.stream().map(RunState::name).toList())
                .param("since", since)
                .query(Long.class)
                .list();
    }

    /** The numbers of those that are due, the oldest first. */
    List<Long> due() {
        return jdbc.sql("SELECT id FROM notice WHERE state = 'WAITING' AND due_at <= :now ORDER BY id")
                .param("now", now())
                .query(Long.class)
                .list();
    }

    /** Takes a notice to send it; empty where another took it. */
    Optional<Notice> take(long id) {
        int taken = jdbc.sql("""
                        UPDATE notice SET due_at = :until, tries = tries + 1
                        WHERE id = :id AND state = 'WAITING' AND due_at <= :now""")
                .param("until", now().plus(HELD))
                .param("id", id)
                .param("now", now())
                .update();
        return taken == 0
                ? Optional.empty()
                : jdbc.sql("SELECT * FROM notice WHERE id = :id")
                        .param("id", id)
                        .query(Outbox::notice)
                        .optional();
    }

    void sent(Notice notice) {
        jdbc.sql("UPDATE notice SET state = 'SENT', sent_at = :now, failure = NULL WHERE id = :id")
                .param("now", now())
                .param("id", notice.id())
                .update();
    }

    /** It could not be sent, and is due again after a while. */
    void putOff(Notice notice, Duration pause, String failure) {
        jdbc.sql("UPDATE notice SET due_at = :due, failure = :failure WHERE id = :id")
                .param("due", now().plus(pause))
                .param("failure", cut(failure, LONGEST_FAILURE))
                .param("id", notice.id())
                .update();
    }

    /** It could not be sent, and is not tried again. */
    void giveUp(Notice notice, String failure) {
        jdbc.sql("UPDATE notice SET state = 'GIVEN_UP', failure = :failure WHERE id = :id")
                .param("failure", cut(failure, LONGEST_FAILURE))
                .param("id", notice.id())
                .update();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        Occasion occasion = new Occasion(
                row.getString("job"),
                row.getObject("business_date", LocalDate.class),
                row.getString("kind"),
                row.getObject("moment", LocalDateTime.class));
        return new Notice(
                row.getLong("id"),
                Target.valueOf(row.getString("target")),
                occasion,
                row.getString("title"),
                row.getString("words"),
                row.getObject("written_at", LocalDateTime.class),
                row.getInt("tries"));
    }
}
