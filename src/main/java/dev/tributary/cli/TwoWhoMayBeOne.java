package dev.tributary.cli;

import dev.tributary.review.Contact;
import dev.tributary.review.Participant;
import dev.tributary.review.Register;
import picocli.CommandLine.Parameters;

/** The participant and the contact of whom a command says whether they are one. */
final class TwoWhoMayBeOne {

    @Parameters(
            index = "0",
            paramLabel = "PARTICIPANT",
            description = "Its number, channel:handle such as x:@ann, an e-mail address, or a telephone number.")
    private String participant;

    @Parameters(index = "1", paramLabel = "CONTACT", description = "The CRM's id of the contact.")
    private String contact;

    @SuppressWarnings("NullAway.Init")
    TwoWhoMayBeOne() {}

    Participant participant(Register register) {
        return register.participant(participant);
    }

    Contact contact(Register register) {
        return register.contact(contact);
    }
}
