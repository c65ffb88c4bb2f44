package dev.tributary.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.RunLedger;
import dev.tributary.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class PublishTest {

    private static final String ENTRIES = "SELECT c.external_id AS contact, e.direction, e.body, e.edited, e.deleted"
            + " FROM crm_timeline_entry e JOIN crm_contact c ON c.id = e.contact_id ORDER BY 1, e.interaction_id";

    @Parameter
    TestDatabase database;

    private JdbcTemplate jdbc;
    private long run;
    private long ann;
    private long annOnX;
    private long us;

    @BeforeEach
    void annWhoIsAContact() {
        database.clear();
        jdbc = database.jdbc();
        run = database.openRun();
        ann = contact("ann");
        annOnX = participant(1, 1);
        us = participant(2, 2);
    }

    @Test
    void putsWhatAnnSaidAndWhatSheWasToldOnHerTimeline() {
        link(annOnX, ann);
        said(1, "INBOUND", annOnX, us, "Where is my parcel?");
        said(2, "OUTBOUND", us, annOnX, "On its way");
        said(3, "INTERNAL", us, annOnX, "Is she a customer?");
        publish();

        assertThat(database.rows(ENTRIES))
                .hasToString("[{contact=ann, direction=INBOUND, body=Where is my parcel?, edited=false, deleted=false},"
                        + " {contact=ann, direction=OUTBOUND, body=On its way, edited=false, deleted=false}]");
    }

    @Test
    void changesNothingWhenNothingChanged() {
        link(annOnX, ann);
        said(1, "INBOUND", annOnX, us, "Where is my parcel?");
        publish();
        Map<String, List<String>> before = database.content("crm_timeline_entry", "crm_contact_point");
        nextRun();

        assertThat(publish()).isZero();
        assertThat(database.content("crm_timeline_entry", "crm_contact_point")).isEqualTo(before);
    }

    @Test
    void bringsThePastOfAParticipantWhoIsLinkedLater() {
        said(1, "INBOUND", annOnX, us, "Where is my parcel?");
        publish();
        assertThat(database.rows(ENTRIES)).isEmpty();

        nextRun();
        link(annOnX, ann);
        publish();
        assertThat(database.rows(ENTRIES)).hasSize(1);
    }

    @Test
    void bringsAnEditAndATombstoneToTheTimeline() {
        link(annOnX, ann);
        said(1, "INBOUND", annOnX, us, "Helo");
        said(2, "INBOUND", annOnX, us, "Secret");
        publish();
        nextRun();
        jdbc.update(
                "UPDATE interaction SET body = 'Hello', edited_at = occurred_at, changed_run = ? WHERE native_id = '1'",
                run);
        jdbc.update(
                "UPDATE interaction SET body = NULL, deleted_at = occurred_at, changed_run = ? WHERE native_id = '2'",
                run);
        publish();

        assertThat(database.rows(ENTRIES))
                .hasToString("[{contact=ann, direction=INBOUND, body=Hello, edited=true, deleted=false},"
                        + " {contact=ann, direction=INBOUND, body=null, edited=false, deleted=true}]");
    }

    @Test
    void bringsAReplyThatWasAddressedLater() {
        link(annOnX, ann);
        long reply = said(1, "OUTBOUND", us, null, "We are sorry");
        publish();
        assertThat(database.rows(ENTRIES)).isEmpty();

        nextRun();
        jdbc.update("INSERT INTO interaction_participant VALUES (?, ?, 'RECIPIENT')", reply, annOnX);
        jdbc.update("UPDATE interaction SET changed_run = ? WHERE id = ?", run, reply);
        publish();
        assertThat(database.rows(ENTRIES)).hasSize(1);
    }

    @Test
    void catchesUpOnARunThatNeverCameToPublish() {
        link(annOnX, ann);
        said(1, "INBOUND", annOnX, us, "Where is my parcel?");
        nextRun();
        said(2, "INBOUND", annOnX, us, "Hello?");
        publish();

        assertThat(database.rows(ENTRIES)).hasSize(2);
    }

    @Test
    void showsAConversationToEveryContactInIt() {
        long bo = contact("bo");
        long boOnX = participant(3, 1);
        link(annOnX, ann);
        link(boOnX, bo);
        long both = said(1, "OUTBOUND", us, annOnX, "To both of you");
        jdbc.update("INSERT INTO interaction_participant VALUES (?, ?, 'RECIPIENT')", both, boOnX);
        publish();

        assertThat(database.rows(ENTRIES)).extracting(it -> it.get("contact")).containsExactly("ann", "bo");
    }

    @Test
    void showsAMessageOnceThoughTwoOfItsParticipantsAreOneContact() {
        long annByMail = participant(3, 1);
        link(annOnX, ann);
        link(annByMail, ann);
        long twice = said(1, "OUTBOUND", us, annOnX, "Hello");
        jdbc.update("INSERT INTO interaction_participant VALUES (?, ?, 'RECIPIENT')", twice, annByMail);
        publish();

        assertThat(database.rows(ENTRIES)).hasSize(1);
    }

    @Test
    void leavesOutWhatBelongsToALinkThatWasRetracted() {
        link(annOnX, ann);
        jdbc.update("UPDATE link SET status = 'RETRACTED', active_participant = NULL");
        said(1, "INBOUND", annOnX, us, "Where is my parcel?");
        publish();

        assertThat(database.rows(ENTRIES)).isEmpty();
    }

    @Test
    void learnsTheAddressesOfALinkedParticipantAndSaysThatItDid() {
        link(annOnX, ann);
        jdbc.update(
                "INSERT INTO crm_contact_point VALUES (?, 'EMAIL', 'ann@example.org', 'ann@example.org', TRUE, 'CRM')",
                ann);
        identifier("EMAIL", "ann@example.org", "CHANNEL", true);
        identifier("PHONE", "+12025550143", "CHANNEL", true);
        identifier("EMAIL", "said@example.org", "DECLARED", true);
        identifier("PHONE", "12", "CHANNEL", false);
        publish();

        assertThat(database.rows("SELECT type, value_text, origin FROM crm_contact_point ORDER BY type"))
                .hasToString("[{type=EMAIL, value_text=ann@example.org, origin=CRM},"
                        + " {type=PHONE, value_text=+12025550143, origin=TRIBUTARY}]");
    }

    private int publish() {
        int written = new Nights(database).publish(run);
        assertThat(database.bean(RunLedger.class).lastPublishedBefore(run + 1)).isEqualTo(run);
        return written;
    }

    private void nextRun() {
        run = database.openRun();
    }

    private long contact(String id) {
        jdbc.update(
                "INSERT INTO crm_contact (external_id, name, content_hash, changed_at) VALUES (?, ?, ?, '2026-01-01 00:00:00')",
                id,
                id,
                new byte[16]);
        return jdbc.queryForObject("SELECT id FROM crm_contact WHERE external_id = ?", Long.class, id);
    }

    private long participant(int id, int side) {
        jdbc.update(
                "INSERT INTO participant (natural_key, channel, scope, native_id, side, profile_at)"
                        + " VALUES (?, 'x', '', ?, ?, '2026-01-01 00:00:00')",
                key(id),
                String.valueOf(id),
                side);
        return jdbc.queryForObject("SELECT MAX(id) FROM participant", Long.class);
    }

    private void identifier(String type, String value, String grade, boolean usable) {
        jdbc.update(
                "INSERT INTO participant_identifier VALUES (?, ?, ?, ?, ?, ?, '2026-01-01 00:00:00', '2026-01-01 00:00:00')",
                annOnX,
                type,
                value,
                value,
                grade,
                usable);
    }

    private void link(long participant, long contact) {
        jdbc.update(
                "INSERT INTO link (participant_id, contact_id, sequence, status, active_participant, rule, evidence, actor,"
                        + " run_id, decided_at) VALUES (?, ?, 1, 'INFERRED', ?, 'same-email', '[]', 'tributary', ?,"
                        + " '2026-01-31 00:00:00')",
                participant,
                contact,
                participant,
                run);
    }

    private long said(int id, String direction, long author, Long recipient, String body) {
        jdbc.update(
                "INSERT INTO interaction (natural_key, channel, account, native_id, type, visibility, direction, occurred_at,"
                        + " conversation_key, author_id, body, content_hash, version_at, version_source, version_segment,"
                        + " version_line, created_run, changed_run) VALUES (?, 'x', '@acme', ?, 'MESSAGE', 'PRIVATE', ?,"
                        + " '2026-01-31 10:00:00', ?, ?, ?, ?, '2026-01-31 10:00:00', 'inbox', 1, 1, ?, ?)",
                key(id),
                String.valueOf(id),
                direction,
                key(id),
                author,
                body,
                key(id),
                run,
                run);
        long interaction = jdbc.queryForObject("SELECT MAX(id) FROM interaction", Long.class);
        jdbc.update("INSERT INTO interaction_participant VALUES (?, ?, 'AUTHOR')", interaction, author);
        if (recipient != null) {
            jdbc.update("INSERT INTO interaction_participant VALUES (?, ?, 'RECIPIENT')", interaction, recipient);
        }
        return interaction;
    }

    private static byte[] key(int id) {
        byte[] key = new byte[16];
        key[15] = (byte) id;
        return key;
    }
}
