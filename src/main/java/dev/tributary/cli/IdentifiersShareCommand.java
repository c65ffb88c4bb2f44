package dev.tributary.cli;

import dev.tributary.identity.SharedIdentifierRegistry;
import dev.tributary.identity.SharedIdentifierRegistry.Claim;
import dev.tributary.identity.SharedIdentifierRegistry.RestingLink;
import dev.tributary.identity.SharedIdentifierRegistry.Shared;
import dev.tributary.interaction.SharedKind;
import dev.tributary.review.Contact;
import dev.tributary.review.Decided;
import dev.tributary.review.Links;
import dev.tributary.review.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "share",
        description = {
            "Says that an identifier tells no single person, and lists the links that rested on it alone.",
            "From the next run on it decides nothing by itself; calls and mails of a company land on the contact that",
            "stands for it. 'unshare' takes it back."
        })
final class IdentifiersShareCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "TYPE:VALUE",
            converter = GivenIdentifier.Converter.class,
            description = "Such as phone:+493012345, email:info@example.org, handle:x:ann.")
    private GivenIdentifier identifier;

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "One of ${COMPLETION-CANDIDATES}.")
    private SharedKind kind;

    @Option(
            names = "--contact",
            paramLabel = "ID",
            description = "The CRM's id of the contact that stands for it, such as the company itself.")
    private @Nullable String contact;

    @Option(names = "--since", paramLabel = "DATE", description = "The first day on which it was so.")
    private @Nullable LocalDate since;

    @Option(names = "--until", paramLabel = "DATE", description = "The last day on which it was so.")
    private @Nullable LocalDate until;

    @ArgGroup
    private @Nullable Resting resting;

    /** What is to become of the links that rested on it. */
    static final class Resting {

        @Option(names = "--retract", description = "Take back the links that rested on it alone.")
        private boolean retract;

        @Option(
                names = "--move-to",
                paramLabel = "ID",
                description = "Put those who were linked by it alone on this contact, such as the company itself.")
        private @Nullable String to;

        private Resting() {}
    }

    @Mixin
    private Deciding deciding;

    @SuppressWarnings("NullAway.Init")
    IdentifiersShareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (since != null && until != null && since.isAfter(until)) {
            throw new ParameterException(
                    spec.commandLine(), "--since lies after --until; give the first and the last day");
        }
        Claim claim = new Claim(
                identifier.type(),
                identifier.value(),
                kind,
                since == null ? null : since.atStartOfDay(),
                until == null ? null : until.plusDays(1).atStartOfDay(),
                contact,
                deciding.by().actor(),
                deciding.by().reason());
        return session.with(application -> {
            Register register = application.getBean(Register.class);
            Contact target = resting == null || resting.to == null ? null : register.contact(resting.to);
            Shared shared = application.getBean(SharedIdentifierRegistry.class).share(claim);
            Decided decided = decide(application.getBean(Links.class), shared, target);
            Trail.decision(
                    application, deciding.by().actor(), "identifiers share " + identifier.type() + " --kind " + kind);
            if (session.isJson()) {
                Answer.json(
                        spec, new Answered(shared.changed(), shared.resting(), decided != null && decided.changed()));
            } else {
                Answer.print(spec, text(shared, decided, target));
            }
            return ExitCode.COMPLETED;
        });
    }

    /** @param takenBack whether the links do not stand any more */
    private record Answered(boolean changed, List<RestingLink> resting, boolean takenBack) {}

    private @Nullable Decided decide(Links links, Shared shared, @Nullable Contact target) {
        if (resting == null || shared.resting().isEmpty()) {
            return null;
        }
        List<Long> ids = shared.resting().stream().map(RestingLink::link).toList();
        return target == null ? links.retract(ids, deciding.by()) : links.moveTo(ids, target, deciding.by());
    }

    private String text(Shared shared, @Nullable Decided decided, @Nullable Contact target) {
        String said = identifier.written() + (shared.changed() ? " is " : " is already ") + kind + ".";
        List<RestingLink> resting = shared.resting();
        if (resting.isEmpty()) {
            return said + " No link rested on it alone.";
        }
        StringBuilder text =
                new StringBuilder(said).append(String.format(" %d link(s) rested on it alone:", resting.size()));
        resting.forEach(it -> text.append(String.format("%n  %s on contact %s", it.participant(), it.contact())));
        return text.append(String.format("%n")).append(outcome(decided, target)).toString();
    }

    private static String outcome(@Nullable Decided decided, @Nullable Contact target) {
        if (decided == null) {
            return "They stand until somebody takes them back (--retract, or --move-to ID); the next run puts them to review.";
        }
        long left = decided.change().entriesRemoved();
        return target == null
                ? "They are taken back; " + left + " message(s) left a timeline."
                : "They are on " + target.externalId() + " now; " + left + " message(s) left a timeline.";
    }
}
