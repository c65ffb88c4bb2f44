package dev.tributary.brake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tributary.brake.Measured.Grown;
import dev.tributary.brake.Measured.Rate;
import dev.tributary.interaction.NaturalKey;
import dev.tributary.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class BrakeLedgerTest {

    private static final int BYSTANDER = 0;
    private static final int CUSTOMER = 1;
    private static final int OURS = 2;

    @Parameter
    TestDatabase database;

    private JdbcTemplate jdbc;
    private long before;
    private long run;

    @BeforeEach
    void aNightThatWasPublishedAndTheNext() {
        database.clear();
        jdbc = database.jdbc();
        before = database.openRun();
        jdbc.update("UPDATE sync_run SET state = 'COMPLETED', published = TRUE WHERE id = ?", before);
        run = database.openRun();
    }

    @Test
    void countsOfThePeopleTheCustomersAlone() {
        contact("C1", null);
        linked(person("ann", CUSTOMER), "C1", before);
        stands(person("bo", CUSTOMER), "UNMATCHED");
        person("cy, whom nobody looked at yet", CUSTOMER);
        stands(person("dee, who just looked on", BYSTANDER), "UNMATCHED");
        linked(person("eve, who turned out to be one of us", OURS), "C1", before);

        assertThat(measured().now()).isEqualTo(new Rate(3, 1));
    }

    @Test
    void tellsOfTheContactsThatGrewHowLargeTheyAre() {
        contact("C1", null);
        contact("C2", null);
        linked(person("ann", CUSTOMER), "C1", before);
        linked(person("anna", CUSTOMER), "C1", run);
        linked(person("bo", CUSTOMER), "C2", before);

        assertThat(measured().riskiest())
                .extracting(Grown::externalId, Grown::participants, Grown::newLinks)
                .containsExactly(tuple("C1", 2L, 1L));
        assertThat(measured().linksBefore()).isEqualTo(2);
        assertThat(measured().newLinks()).isOne();
    }

    @Test
    void takesContactsThatWereMergedForOne() {
        contact("C1", null);
        contact("C2", "C1");
        contact("C3", "C1");
        linked(person("ann", CUSTOMER), "C1", before);
        linked(person("anna", CUSTOMER), "C2", before);
        linked(person("annie", CUSTOMER), "C3", run);

        assertThat(measured().riskiest())
                .extracting(Grown::externalId, Grown::participants, Grown::newLinks)
                .containsExactly(tuple("C1", 3L, 1L));
    }

    private Measured measured() {
        return database.bean(BrakeLedger.class).measure(run);
    }

    private void contact(String id, @Nullable String survivor) {
        jdbc.update(
                "INSERT INTO crm_contact (external_id, name, content_hash, changed_at, survivor_id)"
                        + " VALUES (?, ?, X'00000000000000000000000000000000', '2026-01-01 00:00:00', ?)",
                id,
                id,
                survivor == null ? null : number("SELECT id FROM crm_contact WHERE external_id = ?", survivor));
    }

    private long person(String name, int side) {
        jdbc.update(
                "INSERT INTO participant (natural_key, channel, scope, native_id, name, side, profile_at)"
                        + " VALUES (?, 'x', '', ?, ?, ?, '2026-01-01 00:00:00')",
                NaturalKey.of(name).bytes(),
                name,
                name,
                side);
        return number("SELECT id FROM participant WHERE native_id = ?", name);
    }

    private void stands(long participant, String outcome) {
        jdbc.update(
                "INSERT INTO participant_match (participant_id, outcome, reason, run_id) VALUES (?, ?, 'X', ?)",
                participant,
                outcome,
                before);
    }

    private void linked(long participant, String contact, long by) {
        stands(participant, "LINKED");
        jdbc.update(
                "INSERT INTO link (participant_id, contact_id, sequence, status, active_participant, rule, evidence, actor,"
                        + " run_id, decided_at) SELECT ?, id, 1, 'INFERRED', ?, 'same-email', '[]', 'tributary', ?,"
                        + " '2026-01-01 00:00:00' FROM crm_contact WHERE external_id = ?",
                participant,
                participant,
                by,
                contact);
    }

    private long number(String sql, String parameter) {
        Long number = jdbc.queryForObject(sql, Long.class, parameter);
        return number == null ? 0 : number;
    }
}
