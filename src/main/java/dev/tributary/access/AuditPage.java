package dev.tributary.access;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The trail as the privacy officer reads it, the newest first. */
@Controller
@ConditionalOnWebApplication
class AuditPage {

    private static final int LINES = 50;

    private final AuditTrail trail;

    AuditPage(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/audit")
    @Audited(Act.VIEW)
    String audit(
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(required = false) @Nullable Act act,
            @RequestParam(required = false) @Nullable String check,
            Model model) {
        List<AuditEntry> entries = trail.newest(
                actor.isBlank() ? null : actor.strip(), act, null, before == null ? Long.MAX_VALUE : before, LINES + 1);
        List<AuditEntry> shown = entries.subList(0, Math.min(LINES, entries.size()));
        model.addAttribute("entries", shown);
        model.addAttribute("next", entries.size() > LINES ? shown.get(LINES - 1).number() : null);
        model.addAttribute("first", before == null);
        model.addAttribute("actor", actor);
        model.addAttribute("act", act == null ? "" : act.name());
        model.addAttribute("acts", Arrays.stream(Act.values()).map(Act::name).toList());
        model.addAttribute("verified", check == null ? null : trail.verify(null));
        return "audit";
    }
}
