package dev.tributary.notice;

/** Whom a notice goes to. */
enum Target {
    MAIL,
    WEBHOOK,
    /** A service outside that raises an alarm when it hears nothing. */
    HEARTBEAT
}
