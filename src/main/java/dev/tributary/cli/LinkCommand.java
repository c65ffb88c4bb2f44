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
        name = "link",
        description = {
            "Says that a participant is a contact: no rule decides otherwise. Its messages come to the contact's timeline",
            "at once; a link to another contact is retracted."
        })
final class LinkCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Deciding deciding;

    @Mixin
    private TwoWhoMayBeOne two;

    @SuppressWarnings("NullAway.Init")
    LinkCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(application -> {
            Register register = application.getBean(Register.class);
            Participant who = two.participant(register);
            Contact whom = two.contact(register);
            Decided decided = application.getBean(Links.class).link(who, whom, deciding.by());
            Trail.decision(application, deciding.by().actor(), "link " + who.id() + " " + whom.externalId());
            String takeBack = decided.before() == null || decided.before().equals(whom.externalId())
                    ? "tributary unlink " + who.id() + " " + whom.externalId()
                    : "tributary link " + who.id() + " " + decided.before();
            String decision = "Participant " + who.id() + " (" + who.shown() + ") is " + whom.externalId();
            DecisionText.print(session, spec, decided, decision, takeBack);
            return ExitCode.COMPLETED;
        });
    }
}
