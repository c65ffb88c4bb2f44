package dev.tributary.cli;

import dev.tributary.access.Act;
import dev.tributary.access.AuditTrail;
import dev.tributary.access.Deed;
import org.springframework.context.ApplicationContext;

/** What the audit trail keeps of the command line: the command with the ids that it was about, never what was typed. */
final class Trail {

    private Trail() {}

    /** @param what such as {@code link 12 C-1001} */
    static void decision(ApplicationContext application, String actor, String what) {
        append(application, actor, Act.DECISION, what);
    }

    /** @param what such as {@code user add mia STEWARD} */
    static void access(ApplicationContext application, String what) {
        append(application, System.getProperty("user.name"), Act.ACCESS, what);
    }

    /** @param what such as {@code review export} */
    static void export(ApplicationContext application, String actor, String what) {
        append(application, actor, Act.EXPORT, what);
    }

    private static void append(ApplicationContext application, String actor, Act act, String what) {
        application.getBean(AuditTrail.class).append(Deed.command(actor, act, what));
    }
}
