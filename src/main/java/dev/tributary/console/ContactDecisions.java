package dev.tributary.console;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.review.By;
import dev.tributary.review.Contact;
import dev.tributary.review.Decided;
import dev.tributary.review.Links;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a steward decides on a contact's page. Each answer says what changed and offers the way back. */
@Controller
@RequestMapping("/contacts/{id}")
@ConditionalOnWebApplication
class ContactDecisions {

    private final Links links;
    private final Moves moves;
    private final Register register;

    ContactDecisions(Links links, Moves moves, Register register) {
        this.links = links;
        this.moves = moves;
        this.register = register;
    }

    private interface Deciding {
        Said decide();
    }

    /** The participant is not this contact. */
    @PostMapping("/unlink")
    @Audited(Act.DECISION)
    String unlink(
            @PathVariable String id,
            @RequestParam String participant,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            RedirectAttributes next) {
        return answer(id, next, () -> {
            Participant person = register.participant(participant);
            Contact contact = register.contact(ContactPath.id(id));
            Decided decided = links.unlink(person, contact, new By(who.getName(), reason));
            return Said.of(decided, person.shown() + " is no longer this contact")
                    .undo(
                            ContactPath.of(contact.survivorExternalId()) + "/link",
                            Map.of("participant", number(person)));
        });
    }

    /** The participant is this contact; a link to another one is taken back. */
    @PostMapping("/link")
    @Audited(Act.DECISION)
    String link(
            @PathVariable String id,
            @RequestParam String participant,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            RedirectAttributes next) {
        return answer(id, next, () -> {
            Participant person = register.participant(participant);
            Contact contact = register.contact(ContactPath.id(id));
            Decided decided = links.link(person, contact, new By(who.getName(), reason));
            String before = decided.before();
            return Said.of(decided, person.shown() + " is this contact")
                    .undo(
                            before == null
                                    ? ContactPath.of(contact.survivorExternalId()) + "/unlink"
                                    : ContactPath.of(before) + "/link",
                            Map.of("participant", number(person)));
        });
    }

    /** One message belongs on another contact, whatever the links say. */
    @PostMapping("/move")
    @Audited(Act.DECISION)
    String move(
            @PathVariable String id,
            @RequestParam String message,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            RedirectAttributes next) {
        return answer(id, next, () -> {
            Contact other = register.contact(to);
            Decided decided = moves.move(register.interaction(message), other, new By(who.getName(), reason));
            String before = decided.before();
            String path = ContactPath.of(other.survivorExternalId());
            return Said.of(decided, "The message stands on contact " + other.survivorExternalId())
                    .undo(
                            before == null ? path + "/move-back" : path + "/move",
                            before == null ? Map.of("message", message) : Map.of("message", message, "to", before));
        });
    }

    /** A message that was put here goes where the links say. */
    @PostMapping("/move-back")
    @Audited(Act.DECISION)
    String moveBack(
            @PathVariable String id,
            @RequestParam String message,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            RedirectAttributes next) {
        return answer(id, next, () -> {
            Contact contact = register.contact(ContactPath.id(id));
            Decided decided = moves.back(register.interaction(message), new By(who.getName(), reason));
            return Said.of(decided, "The message stands where its participants do")
                    .undo(
                            ContactPath.of(contact.survivorExternalId()) + "/move",
                            Map.of("message", message, "to", contact.survivorExternalId()));
        });
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
