package dev.tributary.console;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.timeline.ContactPath;
import dev.tributary.timeline.ContactPoint;
import dev.tributary.timeline.ContactQueries;
import dev.tributary.timeline.ContactSearch;
import dev.tributary.timeline.FoundContact;
import dev.tributary.timeline.Page;
import dev.tributary.timeline.WrongCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a contact; before anything is asked for, those who were heard of last. */
@Controller
@ConditionalOnWebApplication
class ContactsPage {

    private static final int SHOWN = 20;
    private static final int LONGEST = 200;

    private final ContactSearch search;
    private final ContactQueries queries;

    ContactsPage(ContactSearch search, ContactQueries queries) {
        this.search = search;
        this.queries = queries;
    }

    @GetMapping("/contacts")
    @Audited(Act.VIEW)
    String find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        String asked = q.strip().substring(0, Math.min(q.strip().length(), LONGEST));
        Page<FoundContact> found = asked.isEmpty()
                ? new Page<>(search.latest(SHOWN), null)
                : search.find(queries.anything(asked), after, SHOWN);
        model.addAttribute("q", asked);
        model.addAttribute("found", found.items().stream().map(FoundLine::of).toList());
        model.addAttribute("next", found.next());
        return "contacts";
    }

    /** A link to a part that is none: the search begins again. */
    @ExceptionHandler(WrongCursor.class)
    String again() {
        return "redirect:/contacts";
    }

    /**
     * @param href of the contact's page
     * @param points the first of them that people know each other by
     */
    public record FoundLine(String href, FoundContact contact, List<String> points) {

        private static final int POINTS = 4;

        private static FoundLine of(FoundContact contact) {
            return new FoundLine(
                    ContactPath.of(contact.id()),
                    contact,
                    contact.points().stream()
                            .filter(it -> it.type() != IdentifierType.ID)
                            .map(ContactPoint::raw)
                            .distinct()
                            .limit(POINTS)
                            .toList());
        }
    }
}
