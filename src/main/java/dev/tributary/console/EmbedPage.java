package dev.tributary.console;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.timeline.ContactDirectory;
import dev.tributary.timeline.ContactDirectory.Known;
import dev.tributary.timeline.ContactPath;
import dev.tributary.timeline.WrongCursor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** The timeline alone, for the side panel of a CRM. It shows and decides nothing. */
@Controller
@RequestMapping("/embed/contacts/{id}")
@ConditionalOnWebApplication
class EmbedPage {

    private final ContactDirectory contacts;
    private final Stories stories;

    EmbedPage(ContactDirectory contacts, Stories stories) {
        this.contacts = contacts;
        this.stories = stories;
    }

    @GetMapping
    @Audited(Act.VIEW)
    String show(
            @PathVariable String id,
            StoryQuery query,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @RequestAttribute(name = "embedTicket", required = false) @Nullable Object ticket,
            Model model) {
        Known contact = known(id);
        return shown(stories.of(contact, path(id), query.carrying(ticket)), contact, htmx, model);
    }

    /** The messages of an episode beyond those that it shows at first. */
    @GetMapping("/episodes/{episode}")
    @Audited(Act.VIEW)
    String episode(
            @PathVariable String id,
            @PathVariable String episode,
            StoryQuery query,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @RequestAttribute(name = "embedTicket", required = false) @Nullable Object ticket,
            Model model) {
        Known contact = known(id);
        return shown(stories.more(contact, path(id), episode, query.carrying(ticket)), contact, htmx, model);
    }

    private String shown(Story story, Known contact, @Nullable String htmx, Model model) {
        model.addAttribute("story", story);
        model.addAttribute("decides", false);
        if (htmx != null) {
            return "fragments/story :: entries";
        }
        model.addAttribute("contact", contacts.shown(contact));
        model.addAttribute("home", ContactPath.of(contact.id()));
        return "embed";
    }

    /** The path that was asked for: a ticket is for that one alone, also where the contact was merged since. */
    private static String path(String segment) {
        return "/embed" + ContactPath.of(ContactPath.id(segment));
    }

    /** A link to a part that is none. */
    @ExceptionHandler(WrongCursor.class)
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private Known known(String segment) {
        return contacts.find(ContactPath.id(segment))
                .orElseThrow(() -> new NoSuchContact("The CRM has no contact with this id"));
    }
}
