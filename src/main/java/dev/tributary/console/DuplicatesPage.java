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
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
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

    /** The contacts that an answer is about, by Tributary's own numbers, as the path of a request names them. */
    record Two(long first, long second) {}

    /**
     * What was just said of a pair.
     *
     * @param undo whether there is something to take back
     */
    record Said(long first, long second, String words, boolean undo, boolean refused) {

        private Said(Two pair, String words, boolean undo, boolean refused) {
            this(pair.first(), pair.second(), words, undo, refused);
        }
    }

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
    String merge(Two pair, HttpServletRequest request, Model model, RedirectAttributes flash) {
        return answer(pair, request, model, flash, () -> {
            Contact survivor = register.contact(pair.first());
            Contact merged = register.contact(pair.second());
            merges.merge(merged, survivor, by(request));
            return merged.externalId() + " now stands under " + survivor.externalId() + ": one timeline for both.";
        });
    }

    @PostMapping("/{first}/{second}/apart")
    @Audited(Act.DECISION)
    String keepApart(Two pair, HttpServletRequest request, Model model, RedirectAttributes flash) {
        return answer(pair, request, model, flash, () -> {
            Contact one = register.contact(pair.first());
            Contact other = register.contact(pair.second());
            merges.keepApart(one, other, by(request));
            return one.externalId() + " and " + other.externalId() + " are two people; no rule merges them.";
        });
    }

    @PostMapping("/{first}/{second}/undo")
    @Audited(Act.DECISION)
    String undo(Two pair, HttpServletRequest request, Model model, RedirectAttributes flash) {
        try {
            Contact one = register.contact(pair.first());
            Contact other = register.contact(pair.second());
            if (one.survivor() == other.survivor()) {
                merges.takeBack(other, by(request));
            } else {
                merges.forgive(one, other, by(request));
            }
        } catch (RunUnderWay | Unusable refused) {
            return said(new Said(pair, refused.getMessage(), true, true), request, model, flash);
        }
        return isForHtmx(request) ? pair(pair, model) : "redirect:/duplicates";
    }

    private interface Decision {
        String make();
    }

    private String answer(
            Two pair, HttpServletRequest request, Model model, RedirectAttributes flash, Decision decision) {
        try {
            return said(new Said(pair, decision.make(), true, false), request, model, flash);
        } catch (RunUnderWay | Unusable refused) {
            if (!isForHtmx(request)) {
                return said(new Said(pair, refused.getMessage(), false, true), request, model, flash);
            }
            model.addAttribute("refused", refused.getMessage());
            return pair(pair, model);
        }
    }

    private static String said(Said said, HttpServletRequest request, Model model, RedirectAttributes flash) {
        if (!isForHtmx(request)) {
            flash.addFlashAttribute("said", said);
            return "redirect:/duplicates";
        }
        model.addAttribute("said", said);
        return "fragments/pair :: said";
    }

    private String pair(Two pair, Model model) {
        Waiting waiting = queue.find(pair.first(), pair.second())
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

    private static boolean isForHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static By by(HttpServletRequest request) {
        return new By(request.getRemoteUser(), null);
    }
}
