package dev.tributary.cli;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.RuleBook;
import dev.tributary.identity.Rehearsal;
import dev.tributary.identity.Rehearsal.Consequence;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "rehearse",
        description = {
            "Says what other match rules would change: who would join a contact, leave it, or move to another, the",
            "riskiest first. No row changes. A link that stands is never taken away by a rule: the night leaves it and",
            "opens a case."
        })
final class RulesRehearseCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "A file like mappings/identity/match-rules.yaml; without it, the rules of the home folder.")
    private @Nullable Path rules;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many people to name (default: ${DEFAULT-VALUE}); all are counted.")
    private int most;

    @SuppressWarnings("NullAway.Init")
    RulesRehearseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        RuleBook book = Definitions.rules(session.home().path(), rules);
        return session.with(application -> {
            Rehearsal.Result result = application.getBean(Rehearsal.class).rehearse(book.links(), most);
            if (session.isJson()) {
                Answer.json(spec, result);
            } else {
                Answer.print(spec, text(result));
            }
            return ExitCode.COMPLETED;
        });
    }

    private static String text(Rehearsal.Result result) {
        StringBuilder text = new StringBuilder(String.format(
                "%d participants: %d would move, %d would lose their link to a case, %d would join. No row changed.",
                result.participants(), result.moves(), result.splits(), result.joins()));
        for (Consequence it : result.riskiest()) {
            text.append(String.format("%n  %s", line(it)));
        }
        long left = result.moves()
                + result.splits()
                + result.joins()
                - result.riskiest().size();
        if (left > 0) {
            text.append(String.format("%n  … and %d more; --most N names more of them", left));
        }
        return text.toString();
    }

    private static String line(Consequence it) {
        String who = "participant " + it.participant() + " (" + it.shown() + ", " + it.interactions() + " messages)";
        return switch (it.change()) {
            case MOVE -> "MOVE   " + who + " from " + it.from() + " to " + it.to() + " by " + it.why() + names(it);
            case SPLIT -> "SPLIT  " + who + " from " + it.from() + ": " + it.why() + names(it);
            case JOIN -> "JOIN   " + who + " to " + it.to() + " by " + it.why() + names(it);
        };
    }

    private static String names(Consequence it) {
        return "; names " + it.names().name().toLowerCase(Locale.ROOT);
    }
}
