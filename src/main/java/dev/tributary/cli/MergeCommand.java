package dev.tributary.cli;

import dev.tributary.review.Contact;
import dev.tributary.review.Decided;
import dev.tributary.review.Merges;
import dev.tributary.review.Register;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "merge",
        description = {
            "Says that two contacts are one: the timeline, the addresses and the golden record of the second show both. The",
            "rows of the CRM stay as they are, and the first id keeps resolving."
        })
final class MergeCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Deciding deciding;

    @Parameters(index = "0", paramLabel = "CONTACT", description = "The CRM's id of the contact that is merged.")
    private String contact;

    @Parameters(index = "1", paramLabel = "INTO", description = "The CRM's id of the contact that survives.")
    private String into;

    @SuppressWarnings("NullAway.Init")
    MergeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(application -> {
            Register register = application.getBean(Register.class);
            Contact one = register.contact(contact);
            Contact survivor = register.contact(into);
            Decided decided = application.getBean(Merges.class).merge(one, survivor, deciding.by());
            Trail.decision(
                    application, deciding.by().actor(), "merge " + one.externalId() + " " + survivor.externalId());
            DecisionText.print(
                    session,
                    spec,
                    decided,
                    "Contacts " + one.externalId() + " and " + survivor.externalId() + " are one",
                    "tributary unmerge " + one.survivorExternalId());
            return ExitCode.COMPLETED;
        });
    }
}
