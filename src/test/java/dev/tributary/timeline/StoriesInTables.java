package dev.tributary.timeline;

import dev.tributary.testing.TestDatabase;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Entries of timelines as they stand in the tables. */
final class StoriesInTables {

    private final TestDatabase database;
    private long last;

    StoriesInTables(TestDatabase database) {
        this.database = database;
        database.clear();
    }

    long contact(String id) {
        database.jdbc()
                .update(
                        "INSERT INTO crm_contact (external_id, name, content_hash, changed_at) VALUES (?, ?, ?, ?)",
                        id,
                        id,
                        new byte[16],
                        LocalDateTime.of(2026, 1, 1, 0, 0));
        return database.bean(ContactDirectory.class).find(id).orElseThrow().number();
    }

    /** Something said with a contact; gives its number. */
    long said(long contact, String channel, String direction, LocalDateTime at, int episode, @Nullable String words) {
        byte[] key = key(++last);
        database.jdbc()
                .update(
                        "INSERT INTO interaction (natural_key, channel, account, native_id, type, visibility, direction,"
                                + " occurred_at, conversation_key, subject, body, content_hash, version_at, version_source,"
                                + " version_segment, version_line, created_run, changed_run) VALUES (?, ?, '@acme', ?,"
                                + " 'MESSAGE', 'PRIVATE', ?, ?, ?, 'A subject', ?, ?, ?, 'inbox', 1, 1, 1, 1)",
                        key,
                        channel,
                        "m" + last,
                        direction,
                        at,
                        key(episode),
                        words,
                        key,
                        at);
        Long number = database.jdbc()
                .queryForObject("SELECT id FROM interaction WHERE native_id = ?", Long.class, "m" + last);
        database.jdbc()
                .update(
                        "INSERT INTO crm_timeline_entry (contact_id, interaction_id, occurred_at, channel, account, type,"
                                + " direction, visibility, author, subject, body, url, edited, deleted, content_hash, episode,"
                                + " undated) SELECT ?, id, occurred_at, channel, account, type, direction, visibility, 'Ann',"
                                + " subject, body, 'https://x.example/1', FALSE, FALSE, content_hash, conversation_key, FALSE"
                                + " FROM interaction WHERE id = ?",
                        contact,
                        number);
        return number == null ? 0 : number;
    }

    void change(long interaction, String column, Object value) {
        database.jdbc().update("UPDATE interaction SET " + column + " = ? WHERE id = ?", value, interaction);
    }

    private static byte[] key(long number) {
        byte[] key = new byte[16];
        key[0] = (byte) (number % 7 * 40);
        key[14] = (byte) (number >> 8);
        key[15] = (byte) number;
        return key;
    }
}
