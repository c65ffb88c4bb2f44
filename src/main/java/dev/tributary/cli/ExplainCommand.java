package dev.tributary.cli;

import dev.tributary.identity.AboutContact;
import dev.tributary.identity.AboutParticipant;
import dev.tributary.identity.ContactExplanations;
import dev.tributary.identity.Explanations;
import dev.tributary.review.Participant;
import dev.tributary.review.Register;
import dev.tributary.review.SeveralParticipants;
import dev.tributary.review.Unusable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        description = {
            "Says why a person is on a contact, or on none: each identifier from the raw value to who carries it, the rule",
            "that decided, and for the unmatched what each rule lacks on the nearest contacts. Of a contact it says who is",
            "on it, by which rule, and which contacts were merged."
        })
final class ExplainCommand implements Callable<Integer> {

    private static final int MOST = 10;

    private static final String NOBODY =
            "Nobody is known by that, neither a participant nor a contact; give an e-mail address, a number that begins with +,"
                    + " channel:handle such as x:@ann, or the CRM's id of a contact";

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PERSON",
            description = {
                "An e-mail address, a telephone number with its country code, channel:handle such as x:@ann, channel:id,",
                "the number of a participant, or the CRM's id of a contact."
            })
    private String person;

    @SuppressWarnings("NullAway.Init")
    ExplainCommand(Session session) {
        this.session = session;
    }

    private record Explained(List<AboutParticipant> participants, List<AboutContact> contacts) {}

    @Override
    public Integer call() {
        return session.with(application -> {
            Explained explained = new Explained(participants(application), contacts(application));
            if (explained.participants().isEmpty() && explained.contacts().isEmpty()) {
                spec.commandLine().getErr().println(NOBODY);
                return ExitCode.WRONG_USE;
            }
            if (session.isJson()) {
                Answer.json(spec, explained);
            } else {
                Answer.print(
                        spec,
                        Stream.concat(
                                        explained.contacts().stream().map(ContactText::of),
                                        explained.participants().stream().map(ParticipantText::of))
                                .collect(Collectors.joining(System.lineSeparator())));
            }
            return ExitCode.COMPLETED;
        });
    }

    private List<AboutParticipant> participants(ApplicationContext application) {
        Explanations explanations = application.getBean(Explanations.class);
        return found(application.getBean(Register.class)).stream()
                .limit(MOST)
                .map(it -> explanations.of(it.id()))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Participant> found(Register register) {
        try {
            return List.of(register.participant(person));
        } catch (SeveralParticipants several) {
            return several.participants();
        } catch (Unusable nobody) {
            return List.of();
        }
    }

    private List<AboutContact> contacts(ApplicationContext application) {
        try {
            long contact = application.getBean(Register.class).contact(person).id();
            return application.getBean(ContactExplanations.class).of(contact).stream()
                    .toList();
        } catch (Unusable nobody) {
            return List.of();
        }
    }
}
