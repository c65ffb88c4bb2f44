package dev.tributary.cli;

import dev.tributary.casework.Case;
import dev.tributary.casework.OpenCases;
import dev.tributary.casework.ProposedContact;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Lists the cases that wait for a person, those that matter most first.")
final class ReviewListCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin
    private SoughtCases sought;

    @SuppressWarnings("NullAway.Init")
    ReviewListCommand(Session session) {
        this.session = session;
    }

    private record Entry(
            long id,
            double likelihood,
            long participant,
            String channel,
            String name,
            String reason,
            List<String> contacts) {

        private static Entry of(Case it) {
            return new Entry(
                    it.id(),
                    it.likelihood(),
                    it.participant().id(),
                    it.participant().channel(),
                    it.participant().shown(),
                    it.reason(),
                    it.proposed().stream().map(ProposedContact::contact).toList());
        }
    }

    private record Entries(long open, List<Entry> cases) {}

    @Override
    public Integer call() {
        return session.with(application -> {
            OpenCases open = application.getBean(OpenCases.class);
            List<Case> cases = open.queue(sought.filter(), null, limit);
            long count = open.count(sought.filter());
            if (session.isJson()) {
                Answer.json(
                        spec, new Entries(count, cases.stream().map(Entry::of).toList()));
            } else {
                Answer.print(spec, text(cases, count));
            }
            return ExitCode.COMPLETED;
        });
    }

    private static String text(List<Case> cases, long count) {
        if (cases.isEmpty()) {
            return "No such case waits for a person.";
        }
        StringBuilder text = new StringBuilder();
        for (Case it : cases) {
            String contacts = it.proposed().stream()
                    .map(contact -> contact.contact() + " " + contact.name())
                    .collect(Collectors.joining(", or "));
            text.append(String.format(
                    Locale.ROOT,
                    "%d  %s %s may be %s (%.0f %%)%n   %s%n",
                    it.id(),
                    it.participant().channel(),
                    it.participant().shown(),
                    contacts.isEmpty() ? "no contact any more" : contacts,
                    100 * it.likelihood(),
                    it.why()));
        }
        return text.append(cases.size())
                .append(" of ")
                .append(count)
                .append(" open cases")
                .toString();
    }
}
