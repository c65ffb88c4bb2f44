package dev.tributary.console;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.report.WaitingTimes;
import dev.tributary.report.WaitingTimes.Unanswered;
import dev.tributary.report.WaitingTimes.Week;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long customers wait, channel by channel and week by week, and who waits. */
@Controller
@ConditionalOnWebApplication
class ResponseTimesPage {

    private static final Set<Integer> SPANS = Set.of(12, 26, 52);
    private static final int USUAL = 12;
    private static final int LINES = 50;
    private static final LocalDateTime NEVER_BEFORE = LocalDateTime.of(9999, 1, 1, 0, 0);

    private final WaitingTimes times;

    ResponseTimesPage(WaitingTimes times) {
        this.times = times;
    }

    /** {@code at} and {@code message} say where the last page of the unanswered ended. */
    @GetMapping("/response-times")
    @Audited(Act.VIEW)
    String show(
            @RequestParam(defaultValue = "12") int weeks,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
                    LocalDateTime at,
            @RequestParam(defaultValue = "0") long message,
            HttpServletRequest request,
            Model model) {
        int span = SPANS.contains(weeks) ? weeks : USUAL;
        String only = channel == null || channel.isBlank() ? null : channel;
        model.addAttribute(
                "spans", SPANS.stream().sorted(Comparator.naturalOrder()).toList());
        model.addAttribute("weeks", span);
        model.addAttribute("channel", only);
        model.addAttribute("channels", times.channels());
        model.addAttribute("rights", Rights.of(request));
        model.addAttribute("definition", WaitingTimes.DEFINITION);
        LocalDate last = times.newest().orElse(null);
        model.addAttribute("last", last);
        if (last != null) {
            LocalDate first = last.minusWeeks(span - 1L);
            model.addAttribute("first", first);
            model.addAttribute("charts", charts(times.weeks(first, only), first, last));
            unanswered(times.unanswered(first, only, at == null ? NEVER_BEFORE : at, message, LINES + 1), model);
        }
        return "response-times";
    }

    private static List<WaitChart> charts(List<Week> weeks, LocalDate first, LocalDate last) {
        return weeks.stream()
                .collect(Collectors.groupingBy(Week::channel, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ofChannel -> WaitChart.of(ofChannel, first, last))
                .toList();
    }

    private static void unanswered(List<Unanswered> page, Model model) {
        model.addAttribute("unanswered", page.stream().limit(LINES).toList());
        model.addAttribute("next", page.size() > LINES ? page.get(LINES - 1) : null);
    }
}
