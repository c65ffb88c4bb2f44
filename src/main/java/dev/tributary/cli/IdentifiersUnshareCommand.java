package dev.tributary.cli;

import dev.tributary.identity.SharedIdentifierRegistry;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "unshare",
        description = {
            "Says that an identifier is one contact's own, whatever is found and whatever the file says.",
            "It decides again from the next run on, where exactly one contact carries it."
        })
final class IdentifiersUnshareCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "TYPE:VALUE",
            converter = GivenIdentifier.Converter.class,
            description = "Such as phone:+493012345, email:info@example.org, handle:x:ann.")
    private GivenIdentifier identifier;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for those who read it later.")
    private @Nullable String reason;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who says so (default: ${DEFAULT-VALUE}).")
    private String actor;

    @SuppressWarnings("NullAway.Init")
    IdentifiersUnshareCommand(Session session) {
        this.session = session;
    }

    private record Unshared(boolean changed) {}

    @Override
    public Integer call() {
        return session.with(application -> {
            boolean changed = application
                    .getBean(SharedIdentifierRegistry.class)
                    .unshare(identifier.type(), identifier.value(), actor, reason);
            if (session.isJson()) {
                Answer.json(spec, new Unshared(changed));
            } else {
                Answer.print(
                        spec,
                        identifier.written()
                                + (changed
                                        ? " is shared no more; the next run decides by it again."
                                        : " was not shared: a steward said so before."));
            }
            return ExitCode.COMPLETED;
        });
    }
}
