package dev.tributary.access;

/** What the audit trail tells apart. */
public enum Act {
    /** A person's data were looked at. */
    VIEW,
    /** A case, a link, a merge or a held run was decided, or that was taken back. */
    DECISION,
    /** Personal data left as a file. */
    EXPORT,
    /** A job was started or restarted, quarantine was replayed. */
    OPERATION,
    /** Somebody signed in, failed to, signed out, or was given or denied a right. */
    ACCESS
}
