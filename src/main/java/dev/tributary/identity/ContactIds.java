package dev.tributary.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The CRM's ids of contacts, and what people said that they are not. */
final class ContactIds {

    private final JdbcTemplate jdbc;

    ContactIds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param externalId the CRM's id, or one that a contact had before
     * @return null where the CRM has no such contact
     */
    @Nullable
    Long find(String externalId) {
        return jdbc.queryForList("""
                        SELECT id FROM crm_contact WHERE external_id = ?
                        UNION SELECT contact_id FROM crm_contact_alias WHERE alias = ?""", Long.class, externalId, externalId).stream()
                .findFirst()
                .orElse(null);
    }

    /** The contact that it stands under since it was merged; itself where it was not. */
    long survivor(long contact) {
        Long survivor = jdbc.queryForObject(
                "SELECT COALESCE(survivor_id, id) FROM crm_contact WHERE id = ?", Long.class, contact);
        return survivor == null ? contact : survivor;
    }

    /** The contacts that people took each participant off, by the participant's id. */
    Map<Long, Set<Long>> never() {
        Map<Long, Set<Long>> never = new HashMap<>();
        jdbc.query("""
                SELECT n.participant_id, COALESCE(c.survivor_id, c.id)
                FROM never_match n JOIN crm_contact c ON c.id = n.contact_id
                WHERE n.active = TRUE""", row -> {
            never.computeIfAbsent(row.getLong(1), any -> new TreeSet<>()).add(row.getLong(2));
        });
        return never;
    }
}
