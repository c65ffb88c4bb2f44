package dev.tributary.console;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.identity.ContactExplanations;
import dev.tributary.identity.Explanations;
import dev.tributary.review.History;
import dev.tributary.timeline.ContactDirectory;
import dev.tributary.timeline.ContactDirectory.Known;
import dev.tributary.timeline.ContactPath;
import dev.tributary.timeline.TimelineReader;
import dev.tributary.timeline.WrongCursor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** A contact: what was said with it, who it is on which channel and why, and what was decided about that. */
@Controller
@RequestMapping("/contacts/{id}")
@ConditionalOnWebApplication
class ContactPage {

    private static final int DECISIONS = 50;

    private final ContactDirectory contacts;
    private final Stories stories;
    private final TimelineReader timelines;
    private final ContactExplanations people;
    private final Explanations explanations;
    private final History history;

    ContactPage(
            ContactDirectory contacts,
            Stories stories,
            TimelineReader timelines,
            ContactExplanations people,
            Explanations explanations,
            History history) {
        this.contacts = contacts;
        this.stories = stories;
        this.timelines = timelines;
        this.people = people;
        this.explanations = explanations;
        this.history = history;
    }

    /** htmx asks for the timeline alone. */
    @GetMapping
    @Audited(Act.VIEW)
    String show(
            @PathVariable String id,
            StoryQuery query,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletRequest request,
            Model model) {
        Known contact = known(id);
        if (!contact.id().equals(ContactPath.id(id))) {
            return "redirect:" + query.at(ContactPath.of(contact.id()), Map.of());
        }
        String path = ContactPath.of(contact.id());
        model.addAttribute("story", stories.of(contact, path, query));
        model.addAttribute("decides", Rights.of(request).decides());
        if (htmx != null) {
            return "fragments/story :: entries";
        }
        model.addAttribute("contact", contacts.shown(contact));
        model.addAttribute("fields", contacts.fields(contact));
        model.addAttribute("people", people.of(contact.number()).orElseThrow());
        model.addAttribute("decisions", history.of(contact.number(), DECISIONS));
        model.addAttribute("gone", history.gone(contact.number()));
        return "contact";
    }

    /** The messages of an episode beyond those that it shows at first. */
    @GetMapping("/episodes/{episode}")
    @Audited(Act.VIEW)
    String episode(
            @PathVariable String id,
            @PathVariable String episode,
            StoryQuery query,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletRequest request,
            Model model) {
        Known contact = known(id);
        model.addAttribute("story", stories.more(contact, ContactPath.of(contact.id()), episode, query));
        model.addAttribute("decides", Rights.of(request).decides());
        model.addAttribute("contact", contacts.shown(contact));
        return htmx == null ? "episode" : "fragments/story :: entries";
    }

    /** One message with all of its words, and as the sender laid it out. */
    @GetMapping("/messages/{message}")
    @Audited(Act.VIEW)
    String message(@PathVariable String id, @PathVariable long message, HttpServletRequest request, Model model) {
        Known contact = known(id);
        TimelineReader.Whole whole = timelines
                .whole(contact.number(), message)
                .orElseThrow(() -> new NoSuchContact("This message is not on the contact's timeline"));
        model.addAttribute("path", ContactPath.of(contact.id()));
        model.addAttribute("contact", contacts.shown(contact));
        model.addAttribute("entry", whole.entry());
        model.addAttribute(
                "markup", whole.html() == null ? null : MailMarkup.harmless(Objects.requireNonNull(whole.html())));
        model.addAttribute("decides", Rights.of(request).decides());
        model.addAttribute(
                "moved", !history.movedHere(contact.number(), List.of(message)).isEmpty());
        return "message";
    }

    /** Who a participant is, and why: from what is known of it to the rule that decided. */
    @GetMapping("/participants/{participant}")
    @Audited(Act.VIEW)
    String participant(
            @PathVariable String id,
            @PathVariable long participant,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        Known contact = known(id);
        model.addAttribute("path", ContactPath.of(contact.id()));
        model.addAttribute("contact", contacts.shown(contact));
        model.addAttribute(
                "about",
                explanations.of(participant).orElseThrow(() -> new NoSuchContact("There is no such participant")));
        return htmx == null ? "participant" : "fragments/why :: why";
    }

    @ExceptionHandler(WrongCursor.class)
    String again(@PathVariable String id) {
        return "redirect:" + ContactPath.of(ContactPath.id(id));
    }

    private Known known(String segment) {
        return contacts.find(ContactPath.id(segment))
                .orElseThrow(() -> new NoSuchContact("The CRM has no contact with this id"));
    }
}
