package dev.tributary.pipeline;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.pipeline.Rehearsed.Change;
import dev.tributary.pipeline.Rehearsed.Kind;
import dev.tributary.run.Home;
import dev.tributary.run.Restage;
import dev.tributary.run.SyncRun;
import dev.tributary.store.RealDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The night as it would be: the same steps on a database of their own, which holds what the real one knows of people, contacts and
 * cursors, and beside a landing folder of their own. Messages are not copied: those that come are compared with nobody's.
 */
@Component
@ConditionalOnProperty(RealDatabase.REHEARSAL)
public class DryRun {

    private static final int SHOWN = 50;

    /** Messages, what is made of them, and what the frameworks note of themselves. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "interaction.*|crm_timeline.*|episode_part|customer_episode|duplicate_suggestion"
                    + "|quarantined_record|sync_run_count|sync_run_source|run_lock|run_fence|source_lock|source_day|source_window|source_backfill|response_.*|counted|audit_.*|api_token|batch_.*|qrtz_.*|flyway_.*");

    private static final String CHANGES = """
            SELECT p.channel, p.native_id, old.external_id AS was, c.external_id AS becomes, l.rule, size.participants
            FROM (%s) changed
            JOIN participant p ON p.id = changed.participant_id
            LEFT JOIN link l ON l.id = changed.link
            LEFT JOIN crm_contact c ON c.id = l.contact_id
            LEFT JOIN crm_contact old ON old.id = changed.was
            LEFT JOIN (SELECT contact_id, COUNT(*) AS participants FROM link WHERE active_participant IS NOT NULL
                       GROUP BY contact_id) size ON size.contact_id = COALESCE(l.contact_id, changed.was)
            ORDER BY COALESCE(size.participants, 0) DESC, p.channel, p.native_id""";

    private static final String MOVED = """
            SELECT b.participant_id, b.contact_id AS was, l.id AS link
            FROM rehearsal_before b JOIN link l ON l.active_participant = b.participant_id
            WHERE l.contact_id <> b.contact_id""";

    private static final String SPLIT = """
            SELECT b.participant_id, b.contact_id AS was, CAST(NULL AS BIGINT) AS link FROM rehearsal_before b
            WHERE NOT EXISTS (SELECT 1 FROM link l WHERE l.active_participant = b.participant_id)""";

    private static final String JOINED = """
            SELECT l.participant_id, CAST(NULL AS BIGINT) AS was, l.id AS link FROM link l
            WHERE l.active_participant IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM rehearsal_before b WHERE b.participant_id = l.participant_id)""";

    private static final String ASKED = """
            SELECT p.channel, p.native_id, NULL AS was, NULL AS becomes, r.reason, 0
            FROM review_case r JOIN participant p ON p.id = r.participant_id
            WHERE r.state = 'OPEN' AND NOT EXISTS (SELECT 1 FROM rehearsal_asked a WHERE a.participant_id = r.participant_id)
            ORDER BY p.channel, p.native_id""";

    private final RealDatabase real;
    private final DataSource database;
    private final JdbcTemplate jdbc;
    private final Definitions definitions;
    private final Home home;
    private final Sync sync;

    DryRun(RealDatabase real, DataSource database, Definitions definitions, Home home, Sync sync) {
        this.real = real;
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
        this.definitions = definitions;
        this.home = home;
        this.sync = sync;
    }

    /**
     * Runs the night, and compares who is whom before and after it. Sources whose token is used up by asking are left out.
     *
     * @throws NothingToDecide where no source is left
     * @throws dev.tributary.store.SchemaDiffers where the real database is of another version
     * @throws dev.tributary.definition.UnknownDefinition where the job or one of the sources is not defined
     */
    public Rehearsed run(SyncRequest request) {
        List<String> wanted =
                request.sources().isEmpty() ? definitions.job(request.job()).sources() : request.sources();
        List<String> skipped = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (String name : wanted) {
            SourceDefinition source = definitions.source(name);
            (source.usesUpItsToken() ? skipped : sources).add(name);
        }
        if (sources.isEmpty()) {
            throw new NothingToDecide("No source can be rehearsed: asking " + String.join(", ", skipped)
                    + " uses up a refresh token, which only a true run keeps");
        }
        real.copyTo(database, table -> !LEFT_OUT.matcher(table).matches());
        layDownSegments(request.restage() == Restage.ALL);
        jdbc.execute("CREATE TABLE rehearsal_before AS"
                + " SELECT participant_id, contact_id FROM link WHERE active_participant IS NOT NULL");
        jdbc.execute("CREATE INDEX rehearsal_before_participant ON rehearsal_before (participant_id)");
        jdbc.execute("CREATE TABLE rehearsal_asked AS SELECT participant_id FROM review_case WHERE state = 'OPEN'");
        SyncResult result =
                sync.run(new SyncRequest(request.job(), request.businessDate(), sources, true, request.restage()));
        return new Rehearsed(
                ended(result),
                skipped,
                changes(Kind.MOVES, CHANGES.formatted(MOVED)),
                changes(Kind.SPLITS, CHANGES.formatted(SPLIT)),
                changes(Kind.JOINS, CHANGES.formatted(JOINED)),
                changes(Kind.ASKS, ASKED));
    }

    /** Nobody else knows this database, and the date is run again. */
    private static SyncRun ended(SyncResult result) {
        if (result instanceof SyncResult.Ran ran) {
            return ran.run();
        }
        if (result instanceof SyncResult.Held held) {
            return held.run();
        }
        throw new IllegalStateException("the rehearsal did not run");
    }

    /** Segments that the night is going to stage are read where they lie. */
    private void layDownSegments(boolean all) {
        Path landing = home.path().resolve("landing");
        jdbc.query("SELECT file FROM landing_segment" + (all ? "" : " WHERE state <> 'STAGED'"), row -> {
            lie(landing.resolve(row.getString(1)), home.landing().resolve(row.getString(1)));
        });
    }

    private static void lie(Path file, Path here) {
        try {
            Files.createDirectories(here.getParent());
            try {
                Files.createSymbolicLink(here, file);
            } catch (UnsupportedOperationException | IOException noLinks) {
                Files.copy(file, here);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("a landed segment cannot be read", failure);
        }
    }

    private Rehearsed.Changes changes(Kind kind, String sql) {
        Long count = jdbc.queryForObject("SELECT COUNT(*) FROM (" + sql + ") counted", Long.class);
        List<Change> first = jdbc.query(
                sql + " LIMIT " + SHOWN,
                (row, number) -> new Change(
                        kind,
                        row.getString(1) + " " + row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6)));
        return new Rehearsed.Changes(count == null ? 0 : count, first);
    }
}
