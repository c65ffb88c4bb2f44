package dev.tributary.console;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.brake.BrakeLedger;
import dev.tributary.brake.BrakeLedger.Decision;
import dev.tributary.definition.Definitions;
import dev.tributary.pipeline.LaterAttempt;
import dev.tributary.pipeline.NothingToDecide;
import dev.tributary.pipeline.RunProgress;
import dev.tributary.pipeline.RunsInBackground;
import dev.tributary.pipeline.SyncResult;
import dev.tributary.report.AuditReport;
import dev.tributary.report.EquationView;
import dev.tributary.report.ReportFolder;
import dev.tributary.report.RunSummary;
import dev.tributary.report.StateWords;
import dev.tributary.run.Home;
import dev.tributary.run.RunLedger;
import dev.tributary.run.RunState;
import dev.tributary.run.SyncRun;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One run: how it stands, how far it is, and what a person may do about it. */
@Controller
@RequestMapping("/runs/{id}")
@ConditionalOnWebApplication
class RunPage {

    private final RunLedger ledger;
    private final AuditReport report;
    private final BrakeLedger brakes;
    private final RunProgress progress;
    private final RunsInBackground runs;
    private final Definitions definitions;
    private final Home home;

    RunPage(
            RunLedger ledger,
            AuditReport report,
            BrakeLedger brakes,
            RunProgress progress,
            RunsInBackground runs,
            Definitions definitions,
            Home home) {
        this.ledger = ledger;
        this.report = report;
        this.brakes = brakes;
        this.progress = progress;
        this.runs = runs;
        this.definitions = definitions;
        this.home = home;
    }

    @GetMapping
    String show(@PathVariable long id, HttpServletRequest request, Model model) {
        SyncRun run = ledger.find(id);
        RunSummary summary = report.summary(id);
        standing(run, model);
        model.addAttribute("equation", EquationView.of(summary));
        model.addAttribute("total", summary.total());
        model.addAttribute("held", summary.held());
        model.addAttribute("brake", brakes.of(id).orElse(null));
        model.addAttribute(
                "budgets",
                definitions.jobs().stream()
                        .filter(it -> it.job().equals(run.job()))
                        .map(it -> it.brake())
                        .findFirst()
                        .orElse(null));
        model.addAttribute("files", ReportFolder.files(home, run));
        model.addAttribute("restartable", isRestartable(run));
        model.addAttribute("rights", Rights.of(request));
        return "run";
    }

    /** The part that is asked for again while the run works; when it has ended the whole page is. */
    @GetMapping("/progress")
    String progress(@PathVariable long id, HttpServletResponse response, Model model) {
        SyncRun run = ledger.find(id);
        standing(run, model);
        if (run.state() != RunState.RUNNING) {
            response.setHeader("HX-Refresh", "true");
        }
        return "fragments/progress :: progress";
    }

    @PostMapping("/restart")
    @Audited(Act.OPERATION)
    String restart(@PathVariable long id, RedirectAttributes next) {
        return begin(id, () -> runs.restart(id), next);
    }

    @PostMapping("/approve")
    @Audited(Act.DECISION)
    String approve(@PathVariable long id, @RequestParam String reason, Principal who, RedirectAttributes next) {
        return decide(id, Decision.APPROVED, who, reason, next);
    }

    @PostMapping("/reject")
    @Audited(Act.DECISION)
    String reject(@PathVariable long id, @RequestParam String reason, Principal who, RedirectAttributes next) {
        return decide(id, Decision.REJECTED, who, reason, next);
    }

    private String decide(long id, Decision decision, Principal who, String reason, RedirectAttributes next) {
        String why = reason.isBlank() ? null : reason.strip();
        return begin(id, () -> runs.decide(id, decision, who.getName(), why), next);
    }

    private static String begin(long id, Supplier<SyncResult> work, RedirectAttributes next) {
        try {
            return Begun.page(work.get(), next);
        } catch (NothingToDecide | LaterAttempt against) {
            next.addFlashAttribute("notice", against.getMessage());
            return "redirect:/runs/" + id;
        }
    }

    private void standing(SyncRun run, Model model) {
        boolean works = run.state() == RunState.RUNNING;
        LocalDateTime until = run.endedAt() == null ? LocalDateTime.now(ZoneOffset.UTC) : run.endedAt();
        model.addAttribute("run", run);
        model.addAttribute("works", works);
        model.addAttribute("state", RunLine.state(run.state()));
        model.addAttribute("look", StateWords.look(run.state()));
        model.addAttribute("meaning", StateWords.meaning(run.state()));
        model.addAttribute("took", Duration.between(run.startedAt(), until));
        model.addAttribute(
                "stages", progress.of(run).stream().map(StageLine::of).toList());
    }

    private boolean isRestartable(SyncRun run) {
        boolean unfinished = switch (run.state()) {
            case FAILED, STOPPED, PARTIAL -> true;
            case RUNNING, COMPLETED, HELD -> false;
        };
        return (unfinished || run.state() == RunState.RUNNING && !runs.worksOn(run.id()))
                && ledger.latest(run.job(), run.businessDate())
                        .filter(it -> it.id() == run.id())
                        .isPresent();
    }
}
