package dev.tributary.identity;

import dev.tributary.due.Due;
import dev.tributary.spelling.OtherSpellings;
import dev.tributary.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Contacts and participants as they stand in the tables of a database, and the step that finds out who is who. */
public final class PeopleInTables {

    private static final String MARCH = "2026-03-01T10:00";

    private final TestDatabase database;
    private final JdbcTemplate jdbc;

    public PeopleInTables(TestDatabase database) {
        this.database = database;
        this.jdbc = database.jdbc();
        database.clear();
    }

    /** A contact of a person: given name, blank, family name. */
    public PeopleInTables person(String id, String name, String... points) {
        int blank = name.indexOf(' ');
        return contact(id, name, name.substring(0, blank), name.substring(blank + 1), null, points);
    }

    public PeopleInTables colleague(String id, String name, String company, String... points) {
        int blank = name.indexOf(' ');
        return contact(id, name, name.substring(0, blank), name.substring(blank + 1), company, points);
    }

    /** A contact that is a company. */
    public PeopleInTables company(String id, String name, String... points) {
        return contact(id, name, null, null, name, points);
    }

    /** @param points {@code email:ann@example.org}; {@code phone?:030 12345} for one that is not valid */
    private PeopleInTables contact(
            String id,
            String name,
            @Nullable String given,
            @Nullable String family,
            @Nullable String company,
            String... points) {
        jdbc.update(
                "INSERT INTO crm_contact (external_id, name, given_name, family_name, company, content_hash, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, '2026-01-01 00:00:00')",
                id,
                name,
                given,
                family,
                company,
                new byte[16]);
        Arrays.stream(points).forEach(point -> carries(id, point));
        return this;
    }

    public PeopleInTables carries(String contact, String point) {
        Said said = Said.of(point);
        jdbc.update(
                "INSERT INTO crm_contact_point VALUES (?, ?, ?, ?, ?, 'CRM')",
                idOf(contact),
                said.type(),
                said.value(),
                said.value(),
                said.usable());
        return this;
    }

    public PeopleInTables carriesNoMore(String contact, String point) {
        Said said = Said.of(point);
        jdbc.update(
                "DELETE FROM crm_contact_point WHERE contact_id = ? AND type = ? AND value_text = ?",
                idOf(contact),
                said.type(),
                said.value());
        return this;
    }

    /** A customer whose identifiers the channel vouches for. */
    public PeopleInTables customer(String nativeId, @Nullable String name, String... identifiers) {
        return participant(nativeId, name, 1, "CHANNEL", MARCH, MARCH, identifiers);
    }

    /** One who only says that these are theirs. */
    public PeopleInTables claimant(String nativeId, @Nullable String name, String... identifiers) {
        return participant(nativeId, name, 1, "DECLARED", MARCH, MARCH, identifiers);
    }

    public PeopleInTables customerSeen(String first, String last, String nativeId, String identifier) {
        return participant(nativeId, null, 1, "CHANNEL", first, last, identifier);
    }

    public PeopleInTables oneOfOurs(String nativeId, String... identifiers) {
        return participant(nativeId, "Mia", 2, "CHANNEL", MARCH, MARCH, identifiers);
    }

    private PeopleInTables participant(
            String nativeId,
            @Nullable String name,
            int side,
            String grade,
            String first,
            String last,
            String... identifiers) {
        byte[] key = new byte[16];
        UUID hash = UUID.nameUUIDFromBytes(nativeId.getBytes(StandardCharsets.UTF_8));
        java.nio.ByteBuffer.wrap(key).putLong(hash.getMostSignificantBits()).putLong(hash.getLeastSignificantBits());
        jdbc.update(
                "INSERT INTO participant (natural_key, channel, scope, native_id, name, side, profile_at)"
                        + " VALUES (?, 'x', '', ?, ?, ?, '2026-01-01 00:00:00')",
                key,
                nativeId,
                name,
                side);
        for (String identifier : identifiers) {
            Said said = Said.of(identifier);
            jdbc.update(
                    "INSERT INTO participant_identifier (participant_id, type, value_text, raw, grade, usable, first_seen,"
                            + " last_seen) SELECT id, ?, ?, ?, ?, ?, ?, ? FROM participant WHERE native_id = ?",
                    said.type(),
                    said.value(),
                    said.value(),
                    grade,
                    said.usable(),
                    LocalDateTime.parse(first),
                    LocalDateTime.parse(last),
                    nativeId);
        }
        return this;
    }

    public long idOf(String contact) {
        return jdbc.queryForObject("SELECT id FROM crm_contact WHERE external_id = ?", Long.class, contact);
    }

    /** The step of the night. */
    public PeopleInTables identify() {
        Matching matching = database.bean(Matching.class);
        matching.bringUpToDate(Due.Scope.EVERYBODY);
        return decide(matching.matcherOfRun());
    }

    PeopleInTables decide(Matcher matcher) {
        long run = database.openRun();
        List<Resolved> resolved = new ArrayList<>();
        CandidateReader.ofAll(database.bean(DataSource.class)).forEach(it -> resolved.add(matcher.resolve(it)));
        Clock clock = Clock.fixed(Instant.parse("2026-02-01T03:30:00Z"), ZoneOffset.UTC);
        DecisionWriter writer = new DecisionWriter(jdbc, new Cases(jdbc), run, clock);
        database.transaction().executeWithoutResult(status -> writer.write(new Chunk<>(resolved)));
        return this;
    }

    /** The step of a night, as it is: upon those who are due; returns the night's run. */
    public static long decideUponThoseWhoAreDue(TestDatabase database) {
        return round(database, false);
    }

    /** The step of a night after which everybody is decided upon, whatever changed; returns the night's run. */
    public static long decideUponEverybody(TestDatabase database) {
        return round(database, true);
    }

    private static long round(TestDatabase database, boolean everybody) {
        long run = database.openRun();
        Round round = new Round(
                database.bean(Matching.class),
                database.bean(Due.class),
                database.bean(DataSource.class),
                database.transaction(),
                everybody);
        DecisionWriter writer = new DecisionWriter(database.jdbc(), new Cases(database.jdbc()), run, Clock.systemUTC());
        round.begin();
        round.open(new ExecutionContext());
        List<Resolved> resolved = new ArrayList<>();
        try {
            for (Candidate next = round.read(); next != null; next = round.read()) {
                resolved.add(round.process(next));
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        } finally {
            round.close();
        }
        database.transaction().executeWithoutResult(status -> writer.write(new Chunk<>(resolved)));
        database.jdbc().update("UPDATE sync_run SET state = 'COMPLETED' WHERE id = ?", run);
        return run;
    }

    /** {@code 7 is C001 by same-email}, or {@code 7 REVIEW SHARED_IDENTIFIER C001 C002}, or {@code 7 UNMATCHED NOT_IN_CRM}. */
    public List<String> whoIsWho() {
        List<String> lines = new ArrayList<>();
        jdbc.query("""
                SELECT p.id, p.native_id, m.outcome, m.reason, l.rule, c.external_id
                FROM participant p JOIN participant_match m ON m.participant_id = p.id
                LEFT JOIN link l ON l.active_participant = p.id LEFT JOIN crm_contact c ON c.id = l.contact_id
                ORDER BY p.native_id""", row -> {
            String who = row.getString("native_id");
            String outcome = row.getString("outcome");
            if (outcome.equals("LINKED")) {
                lines.add(who + " is " + row.getString("external_id") + " by " + row.getString("rule"));
            } else {
                lines.add((who + " " + outcome + " " + row.getString("reason") + " "
                                + String.join(" ", candidates(row.getLong("id"), outcome)))
                        .strip());
            }
        });
        return lines;
    }

    private List<String> candidates(long participant, String outcome) {
        return outcome.equals("REVIEW") ? jdbc.queryForList("""
                        SELECT DISTINCT c.external_id FROM review_case r JOIN review_candidate k ON k.case_id = r.id
                        JOIN crm_contact c ON c.id = k.contact_id
                        WHERE r.participant_id = ? AND r.state = 'OPEN' ORDER BY c.external_id""", String.class, participant) : List.of();
    }

    /** {@code PHONE +49… COMPANY_LINE of C009 by FOUND}, of those that count. */
    public List<String> shared() {
        return database.rows("""
                        SELECT s.type, s.value_text, s.kind, s.origin, c.external_id AS contact
                        FROM shared_identifier s LEFT JOIN crm_contact c ON c.id = s.contact_id
                        WHERE s.ended_at IS NULL AND (s.origin <> 'FOUND' OR s.reason <> 'ours') AND s.actor <> 'shared-identifiers.yaml'
                        ORDER BY s.type, s.value_text""").stream()
                .map(row -> row.get("type") + " " + row.get("value_text") + " " + row.get("kind")
                        + (row.get("contact").equals("null") ? "" : " of " + row.get("contact")) + " by "
                        + row.get("origin"))
                .toList();
    }

    /** Everything that the step writes, to be compared. */
    List<String> everything() {
        return everything(database);
    }

    /** Everything that the step writes, to be compared. */
    public static List<String> everything(TestDatabase database) {
        List<String> all = new ArrayList<>();
        database.content(
                        "shared_identifier",
                        "loose_identifier",
                        "loose_key",
                        "link",
                        "participant_match",
                        "review_case",
                        "review_candidate")
                .forEach((table, rows) -> rows.forEach(row -> all.add(table + " " + row)));
        return all;
    }

    /** The pairs of spellings, and the keys, that are found of those who stand in the tables now, as if nobody had looked before. */
    public static Map<String, List<String>> spellingsFromScratch(TestDatabase database) {
        return Objects.requireNonNull(database.transaction().execute(status -> {
            database.jdbc().update("DELETE FROM loose_identifier");
            database.jdbc().update("DELETE FROM loose_key");
            database.bean(OtherSpellings.class).bringUpToDate(Due.Scope.EVERYBODY);
            Map<String, List<String>> found = database.content("loose_identifier", "loose_key");
            status.setRollbackOnly();
            return found;
        }));
    }

    private record Said(String type, String value, boolean usable) {

        private static Said of(String text) {
            int colon = text.indexOf(':');
            String type = text.substring(0, colon);
            boolean usable = !type.endsWith("?");
            return new Said(
                    type.replace("?", "").toUpperCase(java.util.Locale.ROOT), text.substring(colon + 1), usable);
        }
    }
}
