package dev.tributary.cli;

import dev.tributary.review.Contact;
import dev.tributary.review.Decided;
import dev.tributary.review.Links;
import dev.tributary.review.Participant;
import dev.tributary.review.Register;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "unlink",
        description = {
            "Says that a participant is not a contact: its messages leave the timeline at once, and no rule links the two",
            "again. Later edits follow the messages."
        })
final class UnlinkCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Deciding deciding;

    @Mixin
    private TwoWhoMayBeOne two;

    @SuppressWarnings("NullAway.Init")
    UnlinkCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(application -> {
            Register register = application.getBean(Register.class);
            Participant who = two.participant(register);
            Contact whom = two.contact(register);
            Decided decided = application.getBean(Links.class).unlink(who, whom, deciding.by());
            Trail.decision(application, deciding.by().actor(), "unlink " + who.id() + " " + whom.externalId());
            String linked = decided.before() == null ? whom.externalId() : decided.before();
            DecisionText.print(
                    session,
                    spec,
                    decided,
                    "Participant " + who.id() + " (" + who.shown() + ") is not " + whom.externalId(),
                    "tributary link " + who.id() + " " + linked);
            return ExitCode.COMPLETED;
        });
    }
}
