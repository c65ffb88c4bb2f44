package dev.tributary.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tributary.interaction.NaturalKey;
import dev.tributary.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Links and duplicates against a truth that was written by hand, and counted by hand; the same on every database. */
abstract class KnownTruth {

    private static final String HEADER = "channel,scope,id,contact,provable\n";
    private static final String PAIRS =
            "channel,account,id,source,other_channel,other_account,other_id,other_source,provable\n";

    private final TestDatabase database;
    private final JdbcTemplate jdbc;

    @TempDir
    Path folder;

    KnownTruth(TestDatabase database) {
        this.database = database;
        this.jdbc = database.jdbc();
    }

    @BeforeEach
    void fiveParticipantsAndThreeContacts() {
        database.clear();
        contact("C1");
        contact("C2");
        contact("C3");
        participant("ann", "C1");
        participant("ben", "C1");
        participant("cleo", null);
        participant("dora", "C3");
        participant("stranger", "C2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000})
    void countsLinksThatAreRightWrongAndMissing(int rowsAtOnce) throws IOException {
        truth("x,,ann,C1,true", "x,,ben,C2,true", "x,,cleo,C3,true", "x,,dora,,false", "x,,emil,C2,false");

        LinkScores links = evaluated(rowsAtOnce).links();

        assertThat(links.participants()).isEqualTo(5);
        assertThat(links.unseen()).isEqualTo(1);
        assertThat(links.beyond()).isEqualTo(1);
        assertThat(links.all()).isEqualTo(new Score(4, 3, 1));
        assertThat(links.all().precision()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(links.all().recall()).isCloseTo(1.0 / 4, within(1e-9));
        assertThat(links.provable()).isEqualTo(new Score(3, 2, 1));
        assertThat(links.provable().precision()).isCloseTo(1.0 / 2, within(1e-9));
        assertThat(links.provable().recall()).isCloseTo(1.0 / 3, within(1e-9));
    }

    @Test
    void countsThoseWhoCouldBeProvedAndWaitForAPerson() throws IOException {
        jdbc.update("INSERT INTO participant_match (participant_id, outcome, reason, run_id)"
                + " SELECT id, 'REVIEW', 'EXCEPTION', 1 FROM participant WHERE native_id IN ('ann', 'cleo')");
        truth("x,,ann,C1,true", "x,,cleo,C3,true", "x,,emil,C2,true");

        assertThat(evaluated(1_000).links().asked()).isEqualTo(1);
    }

    @Test
    void oneWhoStandsUnderAnotherContactByAMergeIsRight() throws IOException {
        jdbc.update("UPDATE crm_contact SET survivor_id = (SELECT id FROM (SELECT id FROM crm_contact"
                + " WHERE external_id = 'C2') c) WHERE external_id = 'C1'");
        truth("x,,ann,C1,true", "x,,ben,C2,true", "x,,dora,C2,true");

        assertThat(evaluated(1_000).links().all()).isEqualTo(new Score(3, 3, 2));
    }

    @Test
    void aLinkThatWasTakenBackIsNone() throws IOException {
        jdbc.update("UPDATE link SET status = 'RETRACTED', active_participant = NULL");
        truth("x,,ann,C1,true");

        assertThat(evaluated(1_000).links().all()).isEqualTo(new Score(1, 0, 0));
        assertThat(evaluated(1_000).links().all().precision()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000})
    void countsPairsThatAreRightWrongAndMissing(int rowsAtOnce) throws IOException {
        truth("x,,ann,C1,true");
        message("m1", "mentions", "search");
        message("m2", "mentions", "search");
        message("m3", "mentions");
        message("m4", "mentions");
        message("m5", "search");
        suggested("m3", "m4");
        suggested("m3", "m5");
        duplicates(
                "x,@acme,m1,search,x,@acme,m1,mentions,true",
                "x,@acme,m3,mentions,x,@acme,m3,search,true",
                "x,@acme,m6,mentions,x,@acme,m6,search,true",
                "x,@acme,m5,search,x,@acme,m3,mentions,false");

        DuplicateScores duplicates = evaluated(rowsAtOnce).duplicates();

        assertThat(duplicates).isNotNull();
        assertThat(duplicates.proved()).isEqualTo(new Score(3, 2, 1));
        assertThat(duplicates.suggested()).isEqualTo(new Score(1, 2, 1));
    }

    @Test
    void withoutATruthOfDuplicatesNothingIsSaidOfThem() throws IOException {
        truth("x,,ann,C1,true");

        assertThat(evaluated(1_000).duplicates()).isNull();
    }

    @Test
    void aTruthThatContradictsItselfIsRefused() throws IOException {
        truth("x,,ann,C1,true", "x,,ann,C2,false");
        assertThatThrownBy(() -> evaluated(1_000))
                .isInstanceOf(TruthUnusable.class)
                .hasMessageEndingWith("truth.csv:3: the participant stands in a row before");

        truth("x,,ann,,true");
        assertThatThrownBy(() -> evaluated(1_000)).hasMessageContaining("cannot be proved; say provable false");

        truth("x,,ann,C1,yes");
        assertThatThrownBy(() -> evaluated(1_000)).hasMessageContaining("is true or false, and not 'yes'");

        Files.writeString(folder.resolve("truth.csv"), "channel,id\n");
        assertThatThrownBy(() -> evaluated(1_000)).hasMessageContaining("has no column 'scope'");
    }

    @Test
    void aFolderWithoutTruthSaysWhereOneComesFrom() {
        assertThatThrownBy(() -> evaluated(1_000))
                .isInstanceOf(TruthUnusable.class)
                .hasMessageContaining("'tributary generate' writes one");
    }

    private Evaluation evaluated(int rowsAtOnce) {
        return new Evaluator(database.bean(DataSource.class), rowsAtOnce).evaluate(folder);
    }

    private void truth(String... rows) throws IOException {
        Files.writeString(folder.resolve("truth.csv"), HEADER + String.join("\n", rows) + "\n");
    }

    private void duplicates(String... rows) throws IOException {
        Files.writeString(folder.resolve("duplicates.csv"), PAIRS + String.join("\n", rows) + "\n");
    }

    private void contact(String id) {
        jdbc.update(
                "INSERT INTO crm_contact (external_id, name, content_hash, changed_at) VALUES (?, ?, ?, '2026-01-01')",
                id,
                id,
                new byte[16]);
    }

    private void participant(String id, @Nullable String contact) {
        jdbc.update(
                "INSERT INTO participant (natural_key, channel, scope, native_id, side, profile_at)"
                        + " VALUES (?, 'x', '', ?, 1, '2026-01-01')",
                NaturalKey.of("participant", "x", "", id).bytes(),
                id);
        if (contact != null) {
            jdbc.update("""
                    INSERT INTO link (participant_id, contact_id, sequence, status, active_participant, rule, evidence, actor, decided_at)
                    SELECT p.id, c.id, 1, 'INFERRED', p.id, 'same-handle', '[]', 'tributary', '2026-01-01'
                    FROM participant p, crm_contact c WHERE p.native_id = ? AND c.external_id = ?""", id, contact);
        }
    }

    private void message(String id, String... sources) {
        byte[] key = NaturalKey.of("interaction", "x", "@acme", id).bytes();
        jdbc.update("""
                INSERT INTO interaction (natural_key, channel, account, native_id, conversation_key, content_hash, version_at,
                  version_source, version_segment, version_line, created_run, changed_run)
                VALUES (?, 'x', '@acme', ?, ?, ?, '2026-01-01', ?, 1, 1, 1, 1)""", key, id, key, key, sources[0]);
        for (String source : sources) {
            jdbc.update("""
                    INSERT INTO interaction_witness (interaction_id, source, segment, line, run_id)
                    SELECT id, ?, 1, 1, 1 FROM interaction WHERE native_id = ?""", source, id);
        }
    }

    private void suggested(String one, String other) {
        jdbc.update("""
                INSERT INTO duplicate_suggestion (first_id, second_id, rule, suggested_run)
                SELECT a.id, b.id, 'SAME_WORDS_SAME_AUTHOR', 1 FROM interaction a, interaction b
                WHERE a.native_id = ? AND b.native_id = ?""", one, other);
    }
}
