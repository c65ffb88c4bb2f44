package dev.tributary.casework;

import dev.tributary.identity.PeopleInTables;
import dev.tributary.testing.TestDatabase;
import dev.tributary.timeline.Nights;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** People of whom nobody knows for certain who they are, what they wrote, and the nights that ask about them. */
public final class CaseBook {

    final TestDatabase database;
    public final PeopleInTables people;
    final OpenCases cases;
    public final Verdicts verdicts;
    private final JdbcTemplate jdbc;
    private long messages;

    public CaseBook(TestDatabase database) {
        this.database = database;
        this.people = new PeopleInTables(database);
        this.cases = database.bean(OpenCases.class);
        this.verdicts = database.bean(Verdicts.class);
        this.jdbc = database.jdbc();
    }

    /** Who is who, and what that puts on the timelines. */
    public CaseBook night() {
        people.identify();
        Long run = jdbc.queryForObject("SELECT MAX(id) FROM sync_run", Long.class);
        new Nights(database).publish(run);
        jdbc.update("UPDATE sync_run SET published = TRUE, state = 'COMPLETED' WHERE id = ?", run);
        return this;
    }

    /** Messages of a customer to us, a minute after each other. */
    public CaseBook wrote(String nativeId, String... texts) {
        Long author = participant(nativeId);
        for (String text : texts) {
            messages++;
            byte[] key = ByteBuffer.allocate(16).putLong(8, messages).array();
            jdbc.update(
                    "INSERT INTO interaction (id, natural_key, channel, account, native_id, type, visibility, direction,"
                            + " occurred_at, conversation_key, author_id, body, content_hash, version_at, version_source,"
                            + " version_segment, version_line, created_run, changed_run) VALUES (?, ?, 'x', '@acme', ?, 'MESSAGE',"
                            + " 'PRIVATE', 'INBOUND', ?, ?, ?, ?, ?, '2026-01-01 00:00:00', 'inbox', 1, 1, 1, 1)",
                    messages,
                    key,
                    "m" + messages,
                    LocalDateTime.parse("2026-03-01T10:00").plusMinutes(messages),
                    key,
                    author,
                    text,
                    key);
            jdbc.update("INSERT INTO interaction_participant VALUES (?, ?, 'AUTHOR')", messages, author);
        }
        return this;
    }

    long participant(String nativeId) {
        return jdbc.queryForObject("SELECT id FROM participant WHERE native_id = ?", Long.class, nativeId);
    }

    /** The case of a participant, open or not. */
    public Case of(String nativeId) {
        Long id = jdbc.queryForObject(
                "SELECT id FROM review_case WHERE participant_id = ?", Long.class, participant(nativeId));
        return cases.find(id).orElseThrow();
    }

    /** What mia answers to the case as it is now. */
    Outcome mia(String nativeId, Answer answer) {
        return verdicts.decide(CaseAnswer.to(of(nativeId), answer), "mia");
    }

    Outcome mia(String nativeId, Answer answer, String contact) {
        return verdicts.decide(CaseAnswer.to(of(nativeId), answer).naming(contact), "mia");
    }

    /** {@code C1 ASSERTED} of the link that stands; empty where none does. */
    public String linked(String nativeId) {
        return String.join(
                "",
                jdbc.queryForList(
                        "SELECT CONCAT(c.external_id, ' ', l.status) FROM link l JOIN crm_contact c ON c.id = l.contact_id"
                                + " WHERE l.active_participant = ?",
                        String.class,
                        participant(nativeId)));
    }

    /** What the CRM reads on the timeline of a contact. */
    List<String> timeline(String contact) {
        return jdbc.queryForList(
                "SELECT text FROM crm_timeline WHERE contact = ? ORDER BY at_utc", String.class, contact);
    }

    /** All that decisions change, but for the links that were retracted. */
    public Map<String, List<String>> state() {
        Map<String, List<String>> state = database.content(
                "never_match",
                "shared_identifier",
                "review_case",
                "review_candidate",
                "crm_timeline_entry",
                "crm_contact_point");
        state.put(
                "link",
                database.rows("SELECT * FROM link WHERE status <> 'RETRACTED'").stream()
                        .map(Map::toString)
                        .sorted()
                        .toList());
        return state;
    }

    /** The native ids of the open cases, in the order of the queue. */
    public List<String> queue() {
        return cases.queue(QueueFilter.ALL, null, 100).stream()
                .map(it -> it.participant().nativeId())
                .toList();
    }
}
