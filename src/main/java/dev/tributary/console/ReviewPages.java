package dev.tributary.console;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.casework.Case;
import dev.tributary.casework.IdentifierKey;
import dev.tributary.casework.KnownIdentifier;
import dev.tributary.casework.OpenCases;
import dev.tributary.casework.QueueCounts;
import dev.tributary.casework.QueueFilter;
import dev.tributary.interaction.SharedKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The queue of cases, and one case side by side with the contacts that it may be. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/review")
class ReviewPages {

    private static final int PAGE = 50;

    private final OpenCases cases;
    private final QueueCounts counts;
    private final ReviewWords words;

    ReviewPages(OpenCases cases, QueueCounts counts, ReviewWords words) {
        this.cases = cases;
        this.counts = counts;
        this.words = words;
    }

    @GetMapping
    @Audited(Act.VIEW)
    String queue(@ModelAttribute("sought") Sought sought, Model model) {
        List<Case> found = cases.queue(sought.filter(), sought.place(), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Case> shown = more ? found.subList(0, PAGE) : found;
        QueueCounts.Waiting waiting = counts.now();
        model.addAttribute("cases", shown)
                .addAttribute("more", more ? shown.get(PAGE - 1).place() : null)
                .addAttribute("waiting", waiting.all())
                .addAttribute("reasons", waiting.byReason())
                .addAttribute("channels", waiting.byChannel())
                .addAttribute("likelihoods", waiting.byLikelihood());
        answeredLast(sought, model);
        return "review/queue";
    }

    @GetMapping("/{id}")
    @Audited(Act.VIEW)
    String one(@PathVariable long id, @ModelAttribute("sought") Sought sought, Model model) {
        Case shown = cases.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("case", shown)
                .addAttribute("verdicts", lines(shown))
                .addAttribute("waiting", cases.count(sought.filter()))
                .addAttribute("next", next(shown, sought).orElse(null))
                .addAttribute(
                        "previous", cases.before(sought.filter(), shown.place()).orElse(null))
                .addAttribute("together", together(shown))
                .addAttribute("kinds", SharedKind.values());
        answeredLast(sought, model);
        return "review/case";
    }

    private Optional<Long> next(Case shown, Sought sought) {
        return cases.queue(sought.filter(), shown.place(), 1).stream()
                .findFirst()
                .map(Case::id);
    }

    private List<VerdictLine> lines(Case shown) {
        return shown.verdicts().stream()
                .map(it ->
                        new VerdictLine(it.id(), words.sentence(shown, it), it.actor(), it.decidedAt(), it.comment()))
                .toList();
    }

    /** How many open cases rest on each identifier of the participant, where it is more than this one. */
    private Map<IdentifierKey, Long> together(Case shown) {
        Map<IdentifierKey, Long> together = new LinkedHashMap<>();
        for (KnownIdentifier it : shown.participant().identifiers()) {
            long number = cases.count(QueueFilter.sharing(it.key()));
            if (number > 1) {
                together.put(it.key(), number);
            }
        }
        return together;
    }

    private void answeredLast(Sought sought, Model model) {
        Optional.ofNullable(sought.done()).flatMap(cases::find).ifPresent(it -> {
            if (it.verdict() != null) {
                model.addAttribute(
                        "done",
                        new AnsweredLast(
                                words.sentence(it, it.verdict()),
                                sought.below(it.id(), "/undo"),
                                List.of(it.verdict().id())));
            }
        });
    }
}
