package dev.tributary.console;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.definition.Definitions;
import dev.tributary.definition.JobDefinition;
import dev.tributary.definition.UnknownDefinition;
import dev.tributary.pipeline.RunsInBackground;
import dev.tributary.pipeline.SyncRequest;
import dev.tributary.report.RunHistory;
import dev.tributary.run.Restage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All runs, and the form that starts one. */
@Controller
@ConditionalOnWebApplication
class RunsPage {

    private static final int LINES = 25;

    private final RunHistory history;
    private final RunsInBackground runs;
    private final Definitions definitions;
    private final Clock clock;

    RunsPage(RunHistory history, RunsInBackground runs, Definitions definitions, Clock clock) {
        this.history = history;
        this.runs = runs;
        this.definitions = definitions;
        this.clock = clock;
    }

    @GetMapping("/runs")
    String list(@RequestParam(required = false) @Nullable Long before, HttpServletRequest request, Model model) {
        List<RunHistory.Line> page = history.before(before == null ? Long.MAX_VALUE : before, LINES + 1);
        List<RunLine> lines = page.stream().limit(LINES).map(RunLine::of).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("first", before == null);
        model.addAttribute("next", page.size() > LINES ? lines.get(LINES - 1).run() : null);
        model.addAttribute("rights", Rights.of(request));
        model.addAttribute(
                "jobs", definitions.jobs().stream().map(JobDefinition::job).toList());
        model.addAttribute("today", LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        return "runs";
    }

    @PostMapping("/runs")
    @Audited(Act.OPERATION)
    String start(
            @RequestParam String job,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam(defaultValue = "false") boolean again,
            RedirectAttributes next) {
        try {
            return Begun.page(runs.start(new SyncRequest(job, date, List.of(), again, Restage.NONE)), next);
        } catch (UnknownDefinition unknown) {
            next.addFlashAttribute("notice", unknown.getMessage());
            return "redirect:/runs";
        }
    }
}
