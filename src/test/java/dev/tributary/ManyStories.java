package dev.tributary;

import java.util.List;

/**
 * A company with 100,000 contacts and 1,000,000 messages: ten contacts with 5,000 of them each, 1,500 with a hundred, and the rest with
 * about eight. Made where the tables are, in statements over whole sets; a story jumps between five channels, and the long ones have
 * ten messages an episode.
 */
final class ManyStories {

    static final int CONTACTS = 100_000;
    static final int MESSAGES = 1_000_000;

    private static final String GIVEN =
            "ELT(1 + MOD(n, 20), 'Anna', 'Ben', 'Clara', 'David', 'Emma', 'Felix', 'Greta', 'Hannes',"
                    + " 'Ida', 'Jonas', 'Klara', 'Lukas', 'Mia', 'Noah', 'Olga', 'Paul', 'Quentin', 'Rosa', 'Simon', 'Tilda')";
    private static final String FAMILY =
            "CONCAT(ELT(1 + MOD(n DIV 20, 10), 'Ber', 'Wal', 'Stein', 'Hof', 'Lin', 'Rot', 'Neu', 'Alt',"
                    + " 'Kal', 'Mor'), ELT(1 + MOD(n DIV 200, 10), 'ger', 'ter', 'mann', 'ner', 'den', 'bach', 'feld', 'berg', 'hausen', 'wald'),"
                    + " LOWER(HEX(n DIV 2000)))";
    private static final String CHANNEL = "ELT(1 + MOD(n, 5), 'x', 'whatsapp', 'helpdesk', 'phone', 'facebook')";
    private static final String CONTACT =
            "CASE WHEN n < 50000 THEN 1 + n DIV 5000 WHEN n < 200000 THEN 11 + (n - 50000) DIV 100"
                    + " ELSE 1511 + MOD(n, 98490) END";
    private static final String AT = "TIMESTAMPADD(SECOND, MOD(n * 7919, 94608000), TIMESTAMP '2023-06-01 00:00:00')";
    private static final String WORDS =
            "CONCAT('Message ', n, REPEAT(' about the tent, the zip and the rain', 1 + MOD(n, 9)))";
    private static final String KEY = "UNHEX(LEFT(SHA2(CONCAT('%s', n), 256), 32))";

    private static final List<String> STATEMENTS = List.of(
            "CREATE TABLE number (n INT PRIMARY KEY)",
            "INSERT INTO number WITH d AS (SELECT 0 AS i UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
                    + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)"
                    + " SELECT a.i + 10 * b.i + 100 * c.i + 1000 * e.i + 10000 * f.i + 100000 * g.i FROM d a, d b, d c, d e, d f, d g",
            "INSERT INTO crm_contact (id, external_id, name, given_name, family_name, company, content_hash, changed_at)"
                    + " SELECT n + 1, CONCAT('C', n + 1), CONCAT(" + GIVEN + ", ' ', " + FAMILY + "), " + GIVEN + ", "
                    + FAMILY
                    + ", CASE WHEN MOD(n, 3) = 0 THEN CONCAT('Company ', n DIV 30) END, " + KEY.formatted("c")
                    + ", '2026-01-01' FROM number WHERE n < " + CONTACTS,
            "INSERT INTO contact_word SELECT LOWER(" + GIVEN + "), n + 1 FROM number WHERE n < " + CONTACTS
                    + " UNION SELECT LOWER(" + FAMILY + "), n + 1 FROM number WHERE n < " + CONTACTS
                    + " UNION SELECT 'company', n + 1 FROM number WHERE n < " + CONTACTS + " AND MOD(n, 3) = 0",
            "INSERT INTO crm_contact_point SELECT n + 1, 'EMAIL', CONCAT('c', n + 1, '@mail.example'), CONCAT('C', n + 1, '@mail.example'),"
                    + " TRUE, 'CRM' FROM number WHERE n < " + CONTACTS,
            "INSERT INTO crm_contact_point SELECT n + 1, 'PHONE', CONCAT('+4930', 2000000 + n), CONCAT('030 ', 2000000 + n), TRUE, 'CRM'"
                    + " FROM number WHERE n < " + CONTACTS,
            "INSERT INTO crm_contact_point SELECT n + 1, 'HANDLE', CONCAT('x:person', n + 1), CONCAT('@person', n + 1), TRUE,"
                    + " 'TRIBUTARY' FROM number WHERE n < " + CONTACTS,
            "INSERT INTO participant (id, natural_key, channel, scope, native_id, handle, name, side, profile_at) SELECT n + 1, "
                    + KEY.formatted("p") + ", 'x', '', CONCAT(n), CONCAT('person', n + 1), " + GIVEN
                    + ", 1, '2026-01-01' FROM number"
                    + " WHERE n < " + CONTACTS,
            "INSERT INTO participant_identifier SELECT n + 1, 'HANDLE', CONCAT('x:person', n + 1), CONCAT('@person', n + 1), 'CHANNEL',"
                    + " TRUE, '2026-01-01', '2026-01-01' FROM number WHERE n < " + CONTACTS,
            "INSERT INTO link (participant_id, contact_id, sequence, status, active_participant, rule, evidence, actor, decided_at)"
                    + " SELECT n + 1, n + 1, 1, 'INFERRED', n + 1, 'same-handle', '[]', 'tributary', '2026-01-01' FROM number WHERE n < "
                    + CONTACTS,
            "INSERT INTO interaction (id, natural_key, channel, account, native_id, type, visibility, direction, occurred_at,"
                    + " conversation_key, author_id, subject, body, content_hash, version_at, version_source, version_segment,"
                    + " version_line, created_run, changed_run) SELECT n + 1, " + KEY.formatted("i") + ", " + CHANNEL
                    + ", '@acme', CONCAT(n), 'MESSAGE', 'PRIVATE', CASE WHEN MOD(n, 3) = 0 THEN 'OUTBOUND' ELSE 'INBOUND' END, "
                    + AT
                    + ", UNHEX(LEFT(SHA2(CONCAT('e', " + CONTACT + ", '-', MOD(n DIV 10, 500)), 256), 32)), "
                    + CONTACT
                    + ", CASE WHEN MOD(n, 10) = 0 THEN CONCAT('Subject ', n) END, " + WORDS + ", " + KEY.formatted("h")
                    + ", " + AT
                    + ", 'generated', 1, 1, 1, 1 FROM number",
            "INSERT INTO interaction_participant SELECT id, author_id, CASE WHEN direction = 'INBOUND' THEN 'AUTHOR' ELSE 'RECIPIENT'"
                    + " END FROM interaction",
            "INSERT INTO crm_timeline_entry (contact_id, interaction_id, participant_id, occurred_at, channel, account, type,"
                    + " direction, visibility, author, subject, body, edited, deleted, content_hash, episode, undated) SELECT author_id,"
                    + " id, author_id, occurred_at, channel, account, type, direction, visibility, 'Anna', subject, body, FALSE, FALSE,"
                    + " content_hash, conversation_key, FALSE FROM interaction ORDER BY author_id, id",
            "DROP TABLE number");

    /** It answers with rows, as a query does. */
    private static final String STATISTICS =
            "ANALYZE TABLE crm_contact, contact_word, crm_contact_point, crm_timeline_entry, interaction, participant, link";

    private ManyStories() {}

    static void in(Installation installation) {
        STATEMENTS.forEach(installation::change);
        installation.rows(STATISTICS);
    }
}
