package dev.tributary.console;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.casework.Case;
import dev.tributary.casework.IdentifierKey;
import dev.tributary.casework.KnownIdentifier;
import dev.tributary.casework.OpenCases;
import dev.tributary.casework.Outcome;
import dev.tributary.casework.Outcome.Status;
import dev.tributary.casework.ProposedContact;
import dev.tributary.casework.QueueFilter;
import dev.tributary.interaction.SharedKind;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * All open cases that rest on one identifier, and one answer for them all. The identifier is told by its place among those of a
 * participant, so that no address holds it.
 */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/review/{id}/together/{place}")
class TogetherPage {

    /** So many are shown and answered at once. */
    private static final int MOST = 200;

    private final OpenCases cases;
    private final Answering answering;

    TogetherPage(OpenCases cases, Answering answering) {
        this.cases = cases;
        this.answering = answering;
    }

    @GetMapping
    @Audited(Act.VIEW)
    String show(@PathVariable long id, @PathVariable int place, @ModelAttribute("sought") Sought sought, Model model) {
        KnownIdentifier identifier = identifier(id, place);
        List<Case> together = together(identifier.key());
        model.addAttribute("case", id)
                .addAttribute("identifier", identifier)
                .addAttribute("cases", together)
                .addAttribute("all", cases.count(QueueFilter.sharing(identifier.key())))
                .addAttribute("contacts", contacts(together))
                .addAttribute("kinds", SharedKind.values())
                .addAttribute("at", place);
        return "review/together";
    }

    @PostMapping
    @Audited(Act.DECISION)
    String judge(
            @PathVariable long id,
            @PathVariable int place,
            Sought sought,
            GivenTogether given,
            Principal who,
            RedirectAttributes next) {
        if (given.answer() == null) {
            return Answering.told(sought.below(id, "/together/" + place), Answering.NOTHING, next);
        }
        return answering.answer(
                given.on(identifier(id, place).key()),
                who.getName(),
                sought.below(id, "/together/" + place),
                next,
                outcomes -> onward(id, sought, outcomes, next));
    }

    private static String onward(long id, Sought sought, List<Outcome> outcomes, RedirectAttributes next) {
        List<Long> applied = outcomes.stream()
                .filter(it -> it.status() == Status.APPLIED)
                .map(Outcome::verdict)
                .filter(Objects::nonNull)
                .toList();
        if (!applied.isEmpty()) {
            String sentence =
                    applied.size() + (applied.size() == 1 ? " case is decided." : " cases are decided at once.");
            next.addFlashAttribute("done", new AnsweredLast(sentence, sought.below(id, "/undo"), applied));
        }
        outcomes.stream()
                .filter(it -> !it.status().isFine())
                .findFirst()
                .ifPresent(it -> next.addFlashAttribute(
                        "told", (outcomes.size() - applied.size()) + " not decided. " + it.message()));
        return sought.queue();
    }

    private KnownIdentifier identifier(long id, int place) {
        List<KnownIdentifier> theirs =
                cases.find(id).orElseThrow(TogetherPage::nothing).participant().identifiers();
        if (place < 0 || place >= theirs.size()) {
            throw nothing();
        }
        return theirs.get(place);
    }

    private List<Case> together(IdentifierKey key) {
        return cases.queue(QueueFilter.sharing(key), null, MOST);
    }

    /** The contacts that every one of the cases proposes, by the CRM's id. */
    private static Map<String, String> contacts(List<Case> together) {
        Map<String, String> common = new LinkedHashMap<>();
        if (!together.isEmpty()) {
            together.get(0).proposed().forEach(it -> common.put(it.contact(), it.name()));
            together.forEach(one -> common.keySet()
                    .retainAll(one.proposed().stream()
                            .map(ProposedContact::contact)
                            .toList()));
        }
        return common;
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
