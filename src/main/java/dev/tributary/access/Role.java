package dev.tributary.access;

/** What somebody is at {@code tributary serve}. One person may be several. */
public enum Role {
    /** Reads contacts and their timelines: the CRM's users, and the CRM itself. */
    VIEWER,
    /** Also decides cases, links and merges, and approves or rejects a run that is held. */
    STEWARD,
    /** Runs and restarts jobs, sees to sources and replays quarantine; reads no customer's words on a timeline. */
    OPERATOR,
    /** Also reads the audit trail. */
    PRIVACY_OFFICER,
    /** All of it, and who may what. */
    ADMIN;

    static final String PREFIX = "ROLE_";

    /** What Spring Security calls it, so that {@code isUserInRole("STEWARD")} is right. */
    String authority() {
        return PREFIX + name();
    }
}
