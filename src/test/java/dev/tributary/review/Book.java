package dev.tributary.review;

import dev.tributary.interaction.Identifier;
import dev.tributary.testing.TestDatabase;
import dev.tributary.timeline.Nights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A small CRM after its first night: six contacts c1 to c6, eight participants p1 to p8 who write to us and are written to, the first
 * five of them linked to the contact of their number. Numbers in the database are those of the names; message 31 is the first of p3,
 * 32 our answer; 90 went to p1 and p2 at once, 91 is a note among ourselves, 92 a call of which nobody knows who called.
 */
final class Book {

    static final int CONTACTS = 6;
    static final int PARTICIPANTS = 8;
    static final List<Long> MESSAGES =
            List.of(11L, 12L, 21L, 22L, 31L, 32L, 41L, 42L, 51L, 52L, 61L, 62L, 71L, 72L, 81L, 82L, 90L, 91L, 92L);
    static final By MIA = new By("mia", "I know them");

    private static final long US = 9;
    private static final String NEW_YEAR = "2026-01-01 00:00:00";

    final TestDatabase database;
    final Links links;
    final LinksTakenBack takenBack;
    final Merges merges;
    final InferredMerges inferred;
    final Moves moves;
    final Register register;
    private final Nights nights;
    private final JdbcTemplate jdbc;
    private long run;

    Book(TestDatabase database) {
        this.database = database;
        this.links = database.bean(Links.class);
        this.takenBack = database.bean(LinksTakenBack.class);
        this.merges = database.bean(Merges.class);
        this.inferred = database.bean(InferredMerges.class);
        this.moves = database.bean(Moves.class);
        this.register = database.bean(Register.class);
        this.nights = new Nights(database);
        this.jdbc = database.jdbc();
        database.clear();
        run = database.openRun();
        contacts();
        participants();
        for (long id = 1; id <= 5; id++) {
            infer(id, id, run);
        }
        nights.publish(run);
    }

    private void contacts() {
        List<Object[]> contacts = new ArrayList<>();
        List<Object[]> points = new ArrayList<>();
        for (long id = 1; id <= CONTACTS; id++) {
            contacts.add(new Object[] {
                id,
                "c" + id,
                "Contact " + id,
                id % 2 == 0 ? "Street " + id : null,
                id % 3 == 0 ? "City " + id : null,
                id == 4 ? "NONE" : id == 5 ? null : "ALL",
                id < 4 ? "crm" : null,
                id == 2 ? null : "2025-0" + id + "-01 00:00:00",
                new byte[16],
                NEW_YEAR
            });
            points.add(new Object[] {id, "EMAIL", address(id), address(id)});
        }
        jdbc.batchUpdate(
                "INSERT INTO crm_contact (id, external_id, name, street, city, consent, source, source_changed_at,"
                        + " content_hash, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                contacts);
        jdbc.batchUpdate("INSERT INTO crm_contact_point VALUES (?, ?, ?, ?, TRUE, 'CRM')", points);
    }

    private void participants() {
        List<Object[]> people = new ArrayList<>();
        List<Object[]> identifiers = new ArrayList<>();
        for (long id = 1; id <= US; id++) {
            people.add(new Object[] {id, key(id), "p" + id, "@p" + id, id == US ? 2 : 1, NEW_YEAR});
        }
        jdbc.batchUpdate(
                "INSERT INTO participant (id, natural_key, channel, scope, native_id, handle, side, profile_at)"
                        + " VALUES (?, ?, 'x', '', ?, ?, ?, ?)",
                people);
        for (long id = 1; id <= PARTICIPANTS; id++) {
            identifiers.add(identifier(id, "HANDLE", "x:p" + id, "@p" + id, "CHANNEL"));
            identifiers.add(identifier(id, "EMAIL", address(id), address(id), "CHANNEL"));
            identifiers.add(identifier(id, "PHONE", "+4930" + id / 2, "030/" + id, "VERIFIED"));
            identifiers.add(identifier(id, "EMAIL", "said@example.org", "said@example.org", "DECLARED"));
        }
        jdbc.batchUpdate("INSERT INTO participant_identifier VALUES (?, ?, ?, ?, ?, TRUE, ?, ?)", identifiers);
        for (long id = 1; id <= PARTICIPANTS; id++) {
            said(id * 10 + 1, "INBOUND", id, US);
            said(id * 10 + 2, "OUTBOUND", US, id);
        }
        said(90, "OUTBOUND", US, 1L);
        jdbc.update("INSERT INTO interaction_participant VALUES (90, 2, 'RECIPIENT')");
        said(91, "INTERNAL", US, 1L);
        said(92, "INBOUND", null, US);
        jdbc.update("INSERT INTO episode_part VALUES (?, 1, ?), (?, 2, ?)", key(90), key(111), key(90), key(112));
    }

    private static Object[] identifier(long participant, String type, String value, String raw, String grade) {
        return new Object[] {participant, type, value, raw, grade, NEW_YEAR, NEW_YEAR};
    }

    private void said(long id, String direction, Long author, Long recipient) {
        jdbc.update(
                "INSERT INTO interaction (id, natural_key, channel, account, native_id, type, visibility, direction,"
                        + " occurred_at, conversation_key, author_id, body, content_hash, version_at, version_source,"
                        + " version_segment, version_line, created_run, changed_run) VALUES (?, ?, 'x', '@acme', ?, 'MESSAGE',"
                        + " 'PRIVATE', ?, ?, ?, ?, ?, ?, ?, 'inbox', 1, 1, ?, ?)",
                id,
                key(id),
                "m" + id,
                direction,
                NEW_YEAR,
                key(id),
                author,
                "Message " + id,
                key(id),
                NEW_YEAR,
                run,
                run);
        if (author != null) {
            jdbc.update("INSERT INTO interaction_participant VALUES (?, ?, 'AUTHOR')", id, author);
        }
        jdbc.update("INSERT INTO interaction_participant VALUES (?, ?, 'RECIPIENT')", id, recipient);
    }

    private void infer(long participant, long contact, long run) {
        jdbc.update(
                "INSERT INTO link (participant_id, contact_id, sequence, status, active_participant, rule, evidence, actor,"
                        + " run_id, decided_at) SELECT ?, ?, COALESCE(MAX(sequence), 0) + 1, 'INFERRED', ?, 'same-email',"
                        + " '[]', 'tributary', ?, '2026-01-31 00:00:00' FROM link WHERE participant_id = ? AND contact_id = ?",
                participant,
                contact,
                participant,
                run,
                participant,
                contact);
    }

    static String address(long id) {
        return "p" + id + "@example.org";
    }

    /** What a rule decides in a run that is held: linked, and on no timeline yet. */
    void heldRunLinks(long participant, long contact) {
        if (linkedTo(participant) == null) {
            run = database.openRun();
            infer(participant, contact, run);
        }
    }

    /** A night that is published, with all the runs before it that were held. */
    int night() {
        run = database.openRun();
        return nights.publish(run);
    }

    /** A night that is under way, and does not come to publish. */
    long nightBegins() {
        run = database.openRun();
        return run;
    }

    int publish(long begun) {
        return nights.publish(begun);
    }

    /** The author changes a message, and a later run brings it. */
    void edit(long message, String words) {
        run = database.openRun();
        jdbc.update(
                "UPDATE interaction SET body = ?, edited_at = occurred_at, changed_run = ? WHERE id = ?",
                words,
                run,
                message);
    }

    /** The CRM exports the contact with other contents; an address that a participant is known by may be among them. */
    void reimport(long contact, int version) {
        List<Identifier> points = new ArrayList<>(List.of(Identifier.email(address(contact))));
        if (version % 2 == 1) {
            points.add(Identifier.email(address(1 + version % PARTICIPANTS)));
        }
        nights.importContact("c" + contact, "Contact " + contact + " version " + version, "City " + version, points);
    }

    void republishFromScratch() {
        nights.republishFromScratch();
    }

    Contact contact(long id) {
        return register.contact("c" + id);
    }

    Participant participant(long id) {
        return register.participant(String.valueOf(id));
    }

    Long linkedTo(long participant) {
        return first("SELECT contact_id FROM link WHERE active_participant = ?", participant);
    }

    List<Long> merged() {
        return jdbc.queryForList(
                "SELECT active_contact FROM contact_merge WHERE active_contact IS NOT NULL", Long.class);
    }

    List<Long> moved() {
        return jdbc.queryForList(
                "SELECT active_interaction FROM interaction_move WHERE active_interaction IS NOT NULL", Long.class);
    }

    private Long first(String sql, Object parameter) {
        List<Long> found = jdbc.queryForList(sql, Long.class, parameter);
        return found.isEmpty() ? null : found.get(0);
    }

    /** All that the CRM reads, row by row; changed_at, the time of the import, is left out. */
    Map<String, List<String>> state() {
        Map<String, List<String>> state = new LinkedHashMap<>();
        state.put("crm_contact", withoutTime(database.rows("SELECT * FROM crm_contact ORDER BY id")));
        for (String table :
                List.of("crm_contact_point", "contact_word", "crm_timeline_entry", "golden_contact", "crm_timeline")) {
            state.putAll(database.content(table));
        }
        state.putAll(database.content("crm_contact_resolved", "crm_golden_contact", "crm_golden_point"));
        return state;
    }

    private static List<String> withoutTime(List<Map<String, String>> rows) {
        rows.forEach(row -> row.remove("changed_at"));
        return rows.stream().map(Map::toString).toList();
    }

    /** Who is on a contact's timeline: the messages, by their numbers. */
    List<String> timeline(long contact) {
        return database
                .rows("SELECT interaction FROM crm_timeline WHERE contact = ? ORDER BY interaction", "c" + contact)
                .stream()
                .map(row -> row.get("interaction"))
                .toList();
    }

    private static byte[] key(long id) {
        byte[] key = new byte[16];
        key[15] = (byte) id;
        return key;
    }
}
