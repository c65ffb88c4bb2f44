package dev.tributary.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The CRM's ids of contacts. */
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
}
