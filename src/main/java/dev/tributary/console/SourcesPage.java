package dev.tributary.console;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.coverage.Coverage;
import dev.tributary.coverage.Gap;
import dev.tributary.coverage.Gaps;
import dev.tributary.coverage.Holes;
import dev.tributary.coverage.SourceDay;
import dev.tributary.definition.Definitions;
import dev.tributary.definition.JobDefinition;
import dev.tributary.pipeline.RunsInBackground;
import dev.tributary.pipeline.SyncRequest;
import dev.tributary.report.SourceHistory;
import dev.tributary.report.Words;
import dev.tributary.run.Restage;
import dev.tributary.stage.QuarantineList;
import dev.tributary.stage.QuarantineList.Entry;
import dev.tributary.stage.QuarantineList.Place;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sources: how they stand, from which days there is what they said, which are missing, and what could not be read. */
@Controller
@ConditionalOnWebApplication
class SourcesPage {

    private static final int DAYS = 90;
    private static final int TURNS = 10;
    private static final int RECORDS = 50;

    private final SourceLines lines;
    private final SourceHistory history;
    private final Coverage coverage;
    private final Gaps gaps;
    private final Holes holes;
    private final QuarantineList quarantine;
    private final RunsInBackground runs;
    private final Definitions definitions;
    private final Clock clock;

    SourcesPage(
            SourceLines lines,
            SourceHistory history,
            Coverage coverage,
            Gaps gaps,
            Holes holes,
            QuarantineList quarantine,
            RunsInBackground runs,
            Definitions definitions,
            Clock clock) {
        this.lines = lines;
        this.history = history;
        this.coverage = coverage;
        this.gaps = gaps;
        this.holes = holes;
        this.quarantine = quarantine;
        this.runs = runs;
        this.definitions = definitions;
        this.clock = clock;
    }

    /** A record in quarantine, with what its code means. */
    public record Refused(Entry entry, String meaning, String cure) {

        private static Refused of(Entry it) {
            return new Refused(it, Words.meaning(it.code()), Words.cure(it.code()));
        }
    }

    @GetMapping("/sources")
    String list(Model model) {
        model.addAttribute("sources", lines.all());
        return "sources";
    }

    /** The place is where the last page of the quarantine ended. */
    @GetMapping("/sources/{name}")
    String show(
            @PathVariable String name,
            @RequestParam(defaultValue = "0") long segment,
            @RequestParam(defaultValue = "-1") long line,
            @RequestParam(defaultValue = "-1") int ordinal,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("source", lines.one(name));
        model.addAttribute("turns", history.of(name, TURNS));
        model.addAttribute("rights", Rights.of(request));
        model.addAttribute("job", jobOf(name).orElse(null));
        days(name, model);
        List<Entry> page = quarantine.after(name, new Place(segment, line, ordinal), RECORDS + 1);
        model.addAttribute(
                "refused", page.stream().limit(RECORDS).map(Refused::of).toList());
        model.addAttribute("next", page.size() > RECORDS ? page.get(RECORDS - 1) : null);
        return "source";
    }

    @PostMapping("/sources/{name}/replay")
    @Audited(Act.OPERATION)
    String replay(@PathVariable String name, RedirectAttributes next) {
        definitions.source(name);
        Optional<String> job = jobOf(name);
        if (job.isEmpty() || !quarantine.open().containsKey(name)) {
            next.addFlashAttribute(
                    "notice",
                    job.isEmpty()
                            ? "No job reads this source."
                            : "Nothing of it is in quarantine; no run was started.");
            return "redirect:/sources/" + name;
        }
        return Begun.page(
                runs.start(new SyncRequest(job.get(), today(), List.of(name), true, Restage.QUARANTINED)), next);
    }

    private void days(String name, Model model) {
        NavigableMap<LocalDate, Long> days = coverage.ofSource(name);
        LocalDate last = days.isEmpty() || days.lastKey().isBefore(today().minusDays(DAYS)) ? end(days) : today();
        LocalDate first = last.minusDays(DAYS - 1L);
        List<Gap> missing = gaps.ofSource(name, first, last);
        model.addAttribute("first", first);
        model.addAttribute("last", last);
        model.addAttribute("gaps", missing);
        model.addAttribute(
                "holes",
                told(name, first).map(since -> holes.of(name, since, today())).orElse(List.of()));
        List<DayLine> all = lines(name, days, first, last);
        model.addAttribute(
                "days",
                all.stream()
                        .filter(DayLine::isTold)
                        .sorted(Comparator.comparing(DayLine::day).reversed())
                        .toList());
        model.addAttribute("calendar", Calendar.of(all, missing));
    }

    /** What came before anything was noted is not told. */
    private Optional<LocalDate> told(String name, LocalDate first) {
        return holes.since(name).map(since -> since.isAfter(first) ? since : first);
    }

    private List<DayLine> lines(String name, NavigableMap<LocalDate, Long> days, LocalDate first, LocalDate last) {
        Map<LocalDate, SourceDay> asked = new HashMap<>();
        told(name, first).ifPresent(since -> holes.days(name, since, last).forEach(it -> asked.put(it.day(), it)));
        return first.datesUntil(last.plusDays(1))
                .map(day -> new DayLine(day, days.getOrDefault(day, 0L), asked.get(day)))
                .toList();
    }

    /** Of a source that is silent for long, the last days on which it was not. */
    private LocalDate end(NavigableMap<LocalDate, Long> days) {
        return days.isEmpty() ? today() : days.lastKey();
    }

    private Optional<String> jobOf(String source) {
        return definitions.jobs().stream()
                .filter(it -> it.sources().contains(source))
                .map(JobDefinition::job)
                .findFirst();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
