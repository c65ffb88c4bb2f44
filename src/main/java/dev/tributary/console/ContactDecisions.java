package dev.tributary.console;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.review.Contact;
import dev.tributary.review.Decided;
import dev.tributary.review.Links;
import dev.tributary.review.LinksTakenBack;
import dev.tributary.review.Moves;
import dev.tributary.review.Participant;
import dev.tributary.review.Register;
import dev.tributary.review.RunUnderWay;
import dev.tributary.review.SeveralParticipants;
import dev.tributary.review.Unusable;
import dev.tributary.timeline.ContactPath;
import java.security.Principal;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a steward decides on a contact's page. Each answer says what changed and offers the way back. */
@Controller
@RequestMapping("/contacts/{id}")
@ConditionalOnWebApplication
class ContactDecisions {

    private static final String TAKEN_BACK = "Taken back: what stood before stands again";

    private final Links links;
    private final LinksTakenBack takenBack;
    private final Moves moves;
    private final Register register;

    ContactDecisions(Links links, LinksTakenBack takenBack, Moves moves, Register register) {
        this.links = links;
        this.takenBack = takenBack;
        this.moves = moves;
        this.register = register;
    }

    private interface Deciding {
        Said decide();
    }

    /** The participant is not this contact. */
    @PostMapping("/unlink")
    @Audited(Act.DECISION)
    String unlink(@PathVariable String id, AboutParticipant given, Principal who, RedirectAttributes next) {
        return answer(id, next, () -> {
            Participant person = register.participant(given.participant());
            Contact contact = register.contact(ContactPath.id(id));
            Decided decided = links.unlink(person, contact, given.by(who));
            return Said.of(decided, person.shown() + " is no longer this contact")
                    .undo(path(contact) + "/unlink/undo", Map.of("participant", number(person)));
        });
    }

    /** That the participant is not this contact is taken back: the link stands again as it stood. */
    @PostMapping("/unlink/undo")
    @Audited(Act.DECISION)
    String undoUnlink(@PathVariable String id, AboutParticipant given, Principal who, RedirectAttributes next) {
        return answer(id, next, () -> {
            Participant person = register.participant(given.participant());
            Contact contact = register.contact(ContactPath.id(id));
            return Said.of(takenBack.unlinked(person, contact, given.by(who)), TAKEN_BACK);
        });
    }

    /** The participant is this contact; a link to another one is taken back. */
    @PostMapping("/link")
    @Audited(Act.DECISION)
    String link(@PathVariable String id, AboutParticipant given, Principal who, RedirectAttributes next) {
        return answer(id, next, () -> {
            Participant person = register.participant(given.participant());
            Contact contact = register.contact(ContactPath.id(id));
            Decided decided = links.link(person, contact, given.by(who));
            return Said.of(decided, person.shown() + " is this contact")
                    .undo(path(contact) + "/link/undo", Map.of("participant", number(person)));
        });
    }

    /** That the participant is this contact is taken back: what stood before stands again. */
    @PostMapping("/link/undo")
    @Audited(Act.DECISION)
    String undoLink(@PathVariable String id, AboutParticipant given, Principal who, RedirectAttributes next) {
        return answer(id, next, () -> {
            Participant person = register.participant(given.participant());
            Contact contact = register.contact(ContactPath.id(id));
            return Said.of(takenBack.linked(person, contact, given.by(who)), TAKEN_BACK);
        });
    }

    /** One message belongs on another contact, whatever the links say. */
    @PostMapping("/move")
    @Audited(Act.DECISION)
    String move(@PathVariable String id, AboutMessage given, Principal who, RedirectAttributes next) {
        return answer(id, next, () -> {
            Contact other = register.contact(given.to());
            Decided decided = moves.move(register.interaction(given.message()), other, given.by(who));
            String before = decided.before();
            Map<String, String> message = Map.of("message", given.message());
            return Said.of(decided, "The message stands on contact " + other.survivorExternalId())
                    .undo(
                            path(other) + (before == null ? "/move-back" : "/move"),
                            before == null ? message : Map.of("message", given.message(), "to", before));
        });
    }

    /** A message that was put here goes where the links say. */
    @PostMapping("/move-back")
    @Audited(Act.DECISION)
    String moveBack(@PathVariable String id, AboutMessage given, Principal who, RedirectAttributes next) {
        return answer(id, next, () -> {
            Contact contact = register.contact(ContactPath.id(id));
            Decided decided = moves.back(register.interaction(given.message()), given.by(who));
            return Said.of(decided, "The message stands where its participants do")
                    .undo(
                            path(contact) + "/move",
                            Map.of("message", given.message(), "to", contact.survivorExternalId()));
        });
    }

    private static String path(Contact contact) {
        return ContactPath.of(contact.survivorExternalId());
    }

    private static String answer(String id, RedirectAttributes next, Deciding deciding) {
        try {
            next.addFlashAttribute("said", deciding.decide());
        } catch (RunUnderWay | Unusable | SeveralParticipants against) {
            next.addFlashAttribute("refused", against.getMessage());
        }
        return "redirect:" + ContactPath.of(ContactPath.id(id));
    }

    private static String number(Participant participant) {
        return String.valueOf(participant.id());
    }
}
