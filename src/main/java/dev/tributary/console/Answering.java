package dev.tributary.console;

import dev.tributary.casework.CaseAnswer;
import dev.tributary.casework.Outcome;
import dev.tributary.casework.Undone;
import dev.tributary.casework.Verdicts;
import dev.tributary.review.RunUnderWay;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands answers on, and tells the next page where a run stands in the way. Thread-safe. */
@Component
@ConditionalOnWebApplication
class Answering {

    /** For a form that says nothing. */
    static final String NOTHING = "Nothing was answered: choose one of the buttons.";

    /** For a decision that a run does not let through. */
    static final String AT_WORK = "A run is at work: nothing was decided, and nothing is lost. "
            + "Try again when it has ended; under Runs you see how far it is.";

    private final Verdicts verdicts;

    Answering(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /**
     * Where to go on after an answer.
     *
     * @param stay the page where the answers were given
     * @param onward where to go, by what became of each answer
     */
    String answer(
            List<CaseAnswer> answers,
            String actor,
            String stay,
            RedirectAttributes next,
            Function<List<Outcome>, String> onward) {
        try {
            return "redirect:" + onward.apply(verdicts.decide(answers, actor));
        } catch (RunUnderWay underWay) {
            return told(stay, AT_WORK, next);
        }
    }

    /** Takes verdicts back, the newest first. */
    String undo(List<Long> given, String actor, String stay, RedirectAttributes next) {
        try {
            Optional<String> hindrance = verdicts.undo(given, actor).stream()
                    .filter(it -> !it.done())
                    .map(Undone::message)
                    .findFirst();
            if (hindrance.isPresent()) {
                return told(stay, hindrance.get(), next);
            }
            next.addFlashAttribute("undone", "Taken back: all is as it was before.");
            return "redirect:" + stay;
        } catch (RunUnderWay underWay) {
            return told(stay, AT_WORK, next);
        }
    }

    /** Leads to a page that tells something first. */
    static String told(String where, String what, RedirectAttributes next) {
        next.addFlashAttribute("told", what);
        return "redirect:" + where;
    }
}
