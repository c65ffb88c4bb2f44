package dev.tributary.report;

import dev.tributary.interaction.Direction;
import dev.tributary.interaction.InteractionType;
import dev.tributary.run.Outcome;
import dev.tributary.run.RunState;
import dev.tributary.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The words to fill a database with what a run would have written. */
final class Records {

    static final LocalDateTime NIGHT = LocalDateTime.of(2026, 3, 14, 3, 30);

    final DataSource database;
    private final JdbcTemplate jdbc;

    Records(DataSource migrated) {
        this.database = migrated;
        this.jdbc = new JdbcTemplate(migrated);
    }

    static Records inMemory() {
        return new Records(TestDatabase.inMemory());
    }

    long run(RunState state) {
        return insert(
                "INSERT INTO sync_run (job, business_date, attempt, state, started_at, ended_at, published) VALUES (?,?,?,?,?,?,?)",
                "nightly-sync",
                NIGHT.toLocalDate().minusDays(1),
                1 + jdbc.queryForObject("SELECT COUNT(*) FROM sync_run", Integer.class),
                state.name(),
                NIGHT,
                NIGHT.plusSeconds(252),
                true);
    }

    /** What the step does that tells the waits. */
    void waitsAreTold() {
        WaitLedger waits = new WaitLedger(jdbc);
        WaitWeeks weeks = new WaitWeeks(jdbc);
        KeyRange.split(1).forEach(range -> weeks.addUp(waits.replace(range)));
    }

    /** The run's report is there. */
    void reported(long run, String workbook) {
        jdbc.update("UPDATE sync_run SET report = ? WHERE id = ?", workbook, run);
    }

    void source(long run, String source, RunState state, @Nullable String code, @Nullable String message) {
        jdbc.update("INSERT INTO sync_run_source VALUES (?,?,?,?,?)", run, source, state.name(), code, message);
    }

    /** What was read is the sum, so that it balances. */
    void counts(long run, String source, Map<Outcome, Integer> counts) {
        int read = counts.values().stream().mapToInt(Integer::intValue).sum();
        count(run, source, 0, "READ", read);
        counts.forEach((outcome, records) -> count(run, source, 0, outcome.name(), records));
    }

    void count(long run, String source, int partition, String outcome, long records) {
        jdbc.update("INSERT INTO sync_run_count VALUES (?,?,?,?,?)", run, source, partition, outcome, records);
    }

    long customer(String channel, String handle, @Nullable String name) {
        return participant(channel, handle, name, 1);
    }

    long participant(String channel, String handle, @Nullable String name, int side) {
        return insert(
                """
                INSERT INTO participant (natural_key, channel, scope, native_id, handle, name, url, side, profile_at)
                VALUES (?,?,?,?,?,?,?,?,?)
                """,
                key(channel + handle),
                channel,
                "@brightwater",
                handle.replace("@", "id-"),
                handle,
                name,
                "https://social.example/" + channel + "/" + handle.replace("@", ""),
                side,
                NIGHT);
    }

    void identifier(long participant, String type, String value, String grade, boolean usable) {
        jdbc.update(
                "INSERT INTO participant_identifier VALUES (?,?,?,?,?,?,?,?)",
                participant,
                type,
                value,
                value,
                grade,
                usable,
                NIGHT,
                NIGHT);
    }

    void stands(long participant, String outcome, String reason, long run) {
        jdbc.update("INSERT INTO participant_match VALUES (?,?,?,?)", participant, outcome, reason, run);
    }

    /** How somebody stands changes. */
    void standsNow(long participant, String outcome, String reason, long run) {
        jdbc.update("DELETE FROM participant_match WHERE participant_id = ?", participant);
        stands(participant, outcome, reason, run);
    }

    /** Somebody says so much. */
    void says(long participant, int messages) {
        for (int i = 1; i <= messages; i++) {
            String id = participant + "-" + i;
            long message = message("x", id, id, NIGHT.plusMinutes(i), Direction.INBOUND);
            jdbc.update("INSERT INTO interaction_participant VALUES (?,?,?)", message, participant, "AUTHOR");
        }
    }

    long contact(String id, String name, @Nullable String company) {
        return insert(
                "INSERT INTO crm_contact (external_id, name, company, content_hash, changed_at) VALUES (?,?,?,?,?)",
                id,
                name,
                company,
                key(id),
                NIGHT);
    }

    void link(
            long participant,
            long contact,
            String status,
            String rule,
            String evidence,
            String actor,
            @Nullable Long run) {
        boolean stands = !status.equals("RETRACTED");
        insert(
                """
                INSERT INTO link (participant_id, contact_id, sequence, status, active_participant, rule, evidence, actor, run_id, decided_at)
                VALUES (?,?,?,?,?,?,?,?,?,?)
                """,
                participant,
                contact,
                1,
                status,
                stands ? participant : null,
                rule,
                evidence,
                actor,
                run,
                NIGHT.plusMinutes(3));
        if (stands) {
            stands(participant, "LINKED", "EVIDENCE", run == null ? 0 : run);
        }
    }

    /** @return the case */
    long review(long participant, String reason, long run) {
        stands(participant, "REVIEW", reason, run);
        return insert(
                "INSERT INTO review_case (participant_id, reason, state, opened_run, opened_at) VALUES (?,?,?,?,?)",
                participant,
                reason,
                "OPEN",
                run,
                NIGHT.plusMinutes(3));
    }

    void candidate(long reviewCase, long contact, String type, String value) {
        jdbc.update(
                "INSERT INTO review_candidate (case_id, contact_id, type, value_text, rule) VALUES (?,?,?,?,?)",
                reviewCase,
                contact,
                type,
                value,
                "same-email");
    }

    long message(String channel, String id, String conversation, LocalDateTime at, Direction direction) {
        return message(channel, id, conversation, at, direction, InteractionType.MESSAGE, null);
    }

    long message(
            String channel,
            String id,
            String conversation,
            LocalDateTime at,
            Direction direction,
            InteractionType type,
            @Nullable LocalDateTime deleted) {
        return insert(
                """
                INSERT INTO interaction (natural_key, channel, account, native_id, type, visibility, direction, occurred_at,
                  deleted_at, conversation_id, conversation_key, body, content_hash, version_at, version_source,
                  version_segment, version_line, created_run, changed_run)
                VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
                """,
                key(id),
                channel,
                "@brightwater",
                id,
                type.name(),
                direction == Direction.INTERNAL ? "INTERNAL" : "PRIVATE",
                direction.name(),
                at,
                deleted,
                conversation,
                key(conversation),
                "text of " + id,
                key("text of " + id),
                at,
                channel + "-inbox",
                1,
                1,
                1,
                1);
    }

    void relation(long interaction, String type, String target) {
        jdbc.update("INSERT INTO interaction_relation VALUES (?,?,?,?,NULL)", interaction, type, key(target), target);
    }

    /** The message belongs to a customer of its own, whose words in the conversation are part of the episode. */
    void part(long interaction, String conversation, String episode) {
        long customer = customer("any", "@customer-" + interaction + "-" + episode, null);
        String role = jdbc.queryForObject("SELECT direction FROM interaction WHERE id = ?", String.class, interaction);
        jdbc.update(
                "INSERT INTO interaction_participant VALUES (?,?,?)",
                interaction,
                customer,
                role.equals("INBOUND") ? "AUTHOR" : "RECIPIENT");
        jdbc.update("INSERT INTO episode_part VALUES (?,?,?)", key(conversation), customer, key(episode));
    }

    void witness(long interaction, String source, long segment, long line, long run) {
        jdbc.update(
                "INSERT INTO interaction_witness (interaction_id, source, segment, line, run_id) VALUES (?,?,?,?,?)",
                interaction,
                source,
                segment,
                line,
                run);
    }

    void quarantined(String source, long line, String code, String message, @Nullable Long mended) {
        jdbc.update(
                "INSERT INTO quarantined_record VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                source,
                17,
                line,
                0,
                code,
                message,
                "helpdesk-v3",
                1,
                1,
                2,
                mended);
    }

    private long insert(String sql, @Nullable Object... values) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
                    for (int i = 0; i < values.length; i++) {
                        statement.setObject(i + 1, values[i]);
                    }
                    return statement;
                },
                key);
        return key.getKeyList().get(0).values().stream()
                .map(Number.class::cast)
                .findFirst()
                .orElseThrow()
                .longValue();
    }

    static byte[] key(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
