package dev.tributary.extract;

import dev.tributary.definition.Extract;
import dev.tributary.definition.HttpExtract;
import dev.tributary.definition.ImapExtract;
import dev.tributary.definition.WebhookExtract;

/** What of the past a source can be asked for once more. */
public enum Reach {
    /** What was said between two times. */
    WINDOWS("The next 'tributary backfill' asks for them again."),
    /** What arrived on a day. */
    DAYS("The next 'tributary backfill' asks for them again."),
    /** Whatever it holds, without regard to time. */
    ALL("It gives whatever it holds: put what is missing back there, and it is taken in."),
    /** Only what is new since its cursor. */
    NEW(
            "It has no windows: it can only be asked for what is new. A run goes on from its cursor; what lies before comes from"
                    + " an export, as a source of kind file, or from the API with extract.window."),
    /** Nothing: it pushes to us. */
    NOTHING(
            "It pushes to us, and cannot be asked: have the platform deliver again what it could not deliver, or declare a"
                    + " source for its API or an export. What two sources report is one message.");

    private final String cure;

    Reach(String cure) {
        this.cure = cure;
    }

    public static Reach of(Extract extract) {
        if (extract instanceof HttpExtract http) {
            return http.window() != null ? WINDOWS : http.cursor() != null ? NEW : ALL;
        }
        if (extract instanceof ImapExtract) {
            return DAYS;
        }
        return extract instanceof WebhookExtract ? NOTHING : ALL;
    }

    /** Whether asking again may bring what is missing. */
    public boolean canFill() {
        return this == WINDOWS || this == DAYS || this == ALL;
    }

    /** What fills a hole that stays open, in plain words. */
    public String cure() {
        return cure;
    }
}
