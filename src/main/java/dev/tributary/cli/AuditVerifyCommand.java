package dev.tributary.cli;

import dev.tributary.access.AuditTrail;
import dev.tributary.access.Verified;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = {
            "Recomputes the audit trail from its first entry to its newest. Where one was changed, taken out or put in, it says",
            "which, and ends with 1. Keep the newest hash elsewhere: given back as --anchor, it finds a trail that was written anew."
        })
final class AuditVerifyCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--anchor",
            paramLabel = "HASH",
            description = "A newest hash of before, which must still be there.")
    private @Nullable String anchor;

    @SuppressWarnings("NullAway.Init")
    AuditVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(application -> {
            Verified verified = application.getBean(AuditTrail.class).verify(anchor);
            if (session.isJson()) {
                Answer.json(spec, verified);
            } else {
                Answer.print(spec, text(verified));
            }
            return verified.holds() ? ExitCode.COMPLETED : ExitCode.FAILED;
        });
    }

    private static String text(Verified verified) {
        return verified.holds()
                ? String.format("All %d entries hold. The newest hash: %s", verified.entries(), verified.newestHash())
                : String.format(
                        "%s. The %d entries before it hold, up to the hash %s. Keep a copy of the database as it is, and ask who could write to it.",
                        verified.fault(), verified.entries(), verified.newestHash());
    }
}
