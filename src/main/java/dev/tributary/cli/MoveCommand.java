package dev.tributary.cli;

import dev.tributary.review.Contact;
import dev.tributary.review.Decided;
import dev.tributary.review.Moves;
import dev.tributary.review.Register;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "move",
        description = {
            "Puts one message on a contact, where it stands alone, whatever the links say; or, with --back, where the links say",
            "that it belongs. Later edits follow the message."
        })
final class MoveCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Deciding deciding;

    @Parameters(
            index = "0",
            paramLabel = "INTERACTION",
            description = "Its number, as crm_timeline shows it, or channel:id.")
    private String interaction;

    @ArgGroup(multiplicity = "1")
    private Whither whither;

    private static final class Whither {

        @Option(names = "--to", paramLabel = "CONTACT", description = "The CRM's id of the contact.")
        private @Nullable String contact;

        @Option(names = "--back", description = "Takes the move back.")
        private boolean back;
    }

    @SuppressWarnings("NullAway.Init")
    MoveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(application -> {
            Register register = application.getBean(Register.class);
            long message = register.interaction(interaction);
            Moves moves = application.getBean(Moves.class);
            if (whither.contact == null) {
                Decided decided = moves.back(message, deciding.by());
                Trail.decision(application, deciding.by().actor(), "move " + message + " --back");
                DecisionText.print(
                        session,
                        spec,
                        decided,
                        "Message " + message + " stands where its links say",
                        "tributary move " + message + " --to " + decided.before());
            } else {
                Contact to = register.contact(whither.contact);
                Decided decided = moves.move(message, to, deciding.by());
                Trail.decision(application, deciding.by().actor(), "move " + message + " --to " + to.externalId());
                DecisionText.print(
                        session,
                        spec,
                        decided,
                        "Message " + message + " stands on " + to.externalId() + " alone",
                        "tributary move " + message
                                + (decided.before() == null ? " --back" : " --to " + decided.before()));
            }
            return ExitCode.COMPLETED;
        });
    }
}
