package dev.tributary.cli;

import dev.tributary.identity.SharedIdentifierRegistry;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private Deciding deciding;

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
                    .unshare(
                            identifier.type(),
                            identifier.value(),
                            deciding.by().actor(),
                            deciding.by().reason());
            Trail.decision(application, deciding.by().actor(), "identifiers unshare " + identifier.type());
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
