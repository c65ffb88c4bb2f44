package dev.tributary.cli;

import dev.tributary.identity.SharedIdentifierRegistry;
import dev.tributary.identity.SharedIdentifierRegistry.Claim;
import dev.tributary.identity.SharedIdentifierRegistry.RestingLink;
import dev.tributary.identity.SharedIdentifierRegistry.Shared;
import dev.tributary.interaction.SharedKind;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for those who read it later.")
    private @Nullable String reason;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who says so (default: ${DEFAULT-VALUE}).")
    private String actor;

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
                actor,
                reason);
        return session.with(application -> {
            Shared shared = application.getBean(SharedIdentifierRegistry.class).share(claim);
            if (session.isJson()) {
                Answer.json(spec, shared);
            } else {
                Answer.print(spec, text(shared));
            }
            return ExitCode.COMPLETED;
        });
    }

    private String text(Shared shared) {
        String said = identifier.written() + (shared.changed() ? " is " : " is already ") + kind + ".";
        List<RestingLink> resting = shared.resting();
        if (resting.isEmpty()) {
            return said + " No link rested on it alone.";
        }
        StringBuilder text =
                new StringBuilder(said).append(String.format(" %d link(s) rested on it alone:", resting.size()));
        resting.forEach(it -> text.append(String.format("%n  %s on contact %s", it.participant(), it.contact())));
        return text.append(
                        String.format("%nThey stand until somebody takes them back; the next run puts them to review."))
                .toString();
    }
}
