package dev.tributary.console;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.duplicate.ContactDuplicates;
import dev.tributary.duplicate.DuplicateQueue;
import dev.tributary.duplicate.DuplicateQueue.Mark;
import dev.tributary.duplicate.DuplicateQueue.Waiting;
import dev.tributary.review.By;
import dev.tributary.review.Contact;
import dev.tributary.review.Merges;
import dev.tributary.review.Register;
import dev.tributary.review.RunUnderWay;
import dev.tributary.review.Unusable;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Contacts of the CRM that may be one, side by side, and what a steward says of them. */
@Controller
@RequestMapping("/duplicates")
@ConditionalOnWebApplication
class DuplicatesPage {

    private static final int PAGE = 10;
    private static final String HTMX = "HX-Request";

    /**
     * What was just said of a pair.
     *
     * @param undo whether there is something to take back
     */
    record Said(long first, long second, String words, boolean undo, boolean refused) {}

    private final DuplicateQueue queue;
    private final ContactDuplicates duplicates;
    private final Merges merges;
    private final Register register;

    DuplicatesPage(DuplicateQueue queue, ContactDuplicates duplicates, Merges merges, Register register) {
        this.queue = queue;
        this.duplicates = duplicates;
        this.merges = merges;
        this.register = register;
    }

    @GetMapping
    @Audited(Act.VIEW)
    String page(@RequestParam(required = false) @Nullable String after, Model model) {
        List<Waiting> waiting = queue.open(after == null ? null : mark(after), PAGE + 1);
        List<Waiting> shown = waiting.subList(0, Math.min(PAGE, waiting.size()));
        model.addAttribute("pairs", shown.stream().map(PairView::of).toList());
        model.addAttribute("isFirst", after == null);
        model.addAttribute(
                "next",
                waiting.size() > PAGE ? PairView.written(shown.get(PAGE - 1).mark()) : null);
        return "duplicates";
    }

    @PostMapping("/look")
    @Audited(Act.OPERATION)
    String look(RedirectAttributes flash) {
        ContactDuplicates.Result found = duplicates.propose();
        flash.addFlashAttribute(
                "looked",
                "Compared " + found.contacts() + " contacts: "
                        + found.duplicates().size() + " pairs may be one.");
        return "redirect:/duplicates";
    }

    @PostMapping("/{first}/{second}/merge")
    @Audited(Act.DECISION)
    String merge(
            @PathVariable long first,
            @PathVariable long second,
            @RequestHeader(name = HTMX, required = false) @Nullable String htmx,
            Principal who,
            Model model,
            RedirectAttributes flash) {
        return answer(first, second, htmx, model, flash, () -> {
            Contact survivor = register.contact(first);
            Contact merged = register.contact(second);
            merges.merge(merged, survivor, by(who));
            return merged.externalId() + " now stands under " + survivor.externalId() + ": one timeline for both.";
        });
    }

    @PostMapping("/{first}/{second}/apart")
    @Audited(Act.DECISION)
    String keepApart(
            @PathVariable long first,
            @PathVariable long second,
            @RequestHeader(name = HTMX, required = false) @Nullable String htmx,
            Principal who,
            Model model,
            RedirectAttributes flash) {
        return answer(first, second, htmx, model, flash, () -> {
            Contact one = register.contact(first);
            Contact other = register.contact(second);
            merges.keepApart(one, other, by(who));
            return one.externalId() + " and " + other.externalId() + " are two people; no rule merges them.";
        });
    }

    @PostMapping("/{first}/{second}/undo")
    @Audited(Act.DECISION)
    String undo(
            @PathVariable long first,
            @PathVariable long second,
            @RequestHeader(name = HTMX, required = false) @Nullable String htmx,
            Principal who,
            Model model,
            RedirectAttributes flash) {
        try {
            Contact one = register.contact(first);
            Contact other = register.contact(second);
            if (one.survivor() == other.survivor()) {
                merges.takeBack(other, by(who));
            } else {
                merges.forgive(one, other, by(who));
            }
        } catch (RunUnderWay | Unusable refused) {
            return said(new Said(first, second, refused.getMessage(), true, true), htmx, model, flash);
        }
        return htmx == null ? "redirect:/duplicates" : pair(first, second, model);
    }

    private interface Decision {
        String make();
    }

    private String answer(
            long first, long second, @Nullable String htmx, Model model, RedirectAttributes flash, Decision decision) {
        try {
            return said(new Said(first, second, decision.make(), true, false), htmx, model, flash);
        } catch (RunUnderWay | Unusable refused) {
            Said words = new Said(first, second, refused.getMessage(), false, true);
            if (htmx == null) {
                return said(words, null, model, flash);
            }
            model.addAttribute("refused", words.words());
            return pair(first, second, model);
        }
    }

    private static String said(Said said, @Nullable String htmx, Model model, RedirectAttributes flash) {
        if (htmx == null) {
            flash.addFlashAttribute("said", said);
            return "redirect:/duplicates";
        }
        model.addAttribute("said", said);
        return "fragments/pair :: said";
    }

    private String pair(long first, long second, Model model) {
        Waiting waiting = queue.find(first, second)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "This pair waits for nobody"));
        model.addAttribute("view", PairView.of(waiting));
        return "fragments/pair :: pair";
    }

    private static Mark mark(String after) {
        try {
            return PairView.mark(after);
        } catch (IllegalArgumentException noMark) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "after: take it from the link to the next page", noMark);
        }
    }

    private static By by(Principal who) {
        return new By(who.getName(), null);
    }
}
