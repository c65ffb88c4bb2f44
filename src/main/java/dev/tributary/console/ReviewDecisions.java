package dev.tributary.console;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.casework.Case;
import dev.tributary.casework.CaseState;
import dev.tributary.casework.OpenCases;
import dev.tributary.casework.Outcome;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a steward answers to a case, and takes back. Every answer leads on to the next case. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/review/{id}")
class ReviewDecisions {

    private final OpenCases cases;
    private final Answering answering;

    ReviewDecisions(OpenCases cases, Answering answering) {
        this.cases = cases;
        this.answering = answering;
    }

    @PostMapping("/verdict")
    @Audited(Act.DECISION)
    String answer(@PathVariable long id, Sought sought, GivenAnswer given, Principal who, RedirectAttributes next) {
        Case shown = cases.find(id).orElseThrow(() -> new ResponseStatusException(NOT_FOUND));
        if (given.isNone()) {
            return Answering.told(sought.one(id), Answering.NOTHING, next);
        }
        return answering.answer(
                List.of(given.to(shown)),
                who.getName(),
                sought.one(id),
                next,
                outcomes -> onward(shown, sought, outcomes.get(0), next));
    }

    /** Takes back one verdict, or several that were given at once. */
    @PostMapping("/undo")
    @Audited(Act.DECISION)
    String undo(
            @PathVariable long id,
            Sought sought,
            @RequestParam List<Long> verdict,
            Principal who,
            RedirectAttributes next) {
        return answering.undo(verdict, who.getName(), sought.one(id), next);
    }

    private String onward(Case answered, Sought sought, Outcome outcome, RedirectAttributes next) {
        if (!outcome.status().isFine()) {
            next.addFlashAttribute("told", outcome.message());
            return sought.one(answered.id());
        }
        return sought.afterAnswering(answered.id(), following(answered, sought));
    }

    /** A case of which a part is still in question comes again; else the next one in the queue. */
    private Optional<Long> following(Case answered, Sought sought) {
        boolean waits = cases.find(answered.id())
                .filter(it -> it.state() == CaseState.OPEN && !it.place().unsure())
                .isPresent();
        return waits
                ? Optional.of(answered.id())
                : cases.queue(sought.filter(), answered.place(), 1).stream()
                        .findFirst()
                        .map(Case::id);
    }
}
