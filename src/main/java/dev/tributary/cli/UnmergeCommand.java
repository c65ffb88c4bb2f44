package dev.tributary.cli;

import dev.tributary.review.Contact;
import dev.tributary.review.Decided;
import dev.tributary.review.Merges;
import dev.tributary.review.Register;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "unmerge",
        description = {
            "Takes a contact out of the one that it was merged into, and with it those that were merged into it before. The two",
            "get back what is theirs, and no rule merges them again."
        })
final class UnmergeCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Deciding deciding;

    @Parameters(index = "0", paramLabel = "CONTACT", description = "The CRM's id of the contact that was merged.")
    private String contact;

    @SuppressWarnings("NullAway.Init")
    UnmergeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(application -> {
            Register register = application.getBean(Register.class);
            Contact one = register.contact(contact);
            Merges merges = application.getBean(Merges.class);
            Decided decided = merges.unmerge(one, deciding.by());
            Trail.decision(application, deciding.by().actor(), "unmerge " + one.externalId());
            List<String> members = decided.changed() ? List.of() : merges.mergedInto(one);
            String decision = "Contact " + one.externalId() + " stands for itself"
                    + (members.isEmpty() ? "" : "; merged into it are " + String.join(", ", members));
            DecisionText.print(
                    session, spec, decided, decision, "tributary merge " + one.externalId() + " " + decided.before());
            return ExitCode.COMPLETED;
        });
    }
}
