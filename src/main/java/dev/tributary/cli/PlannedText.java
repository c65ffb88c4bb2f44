package dev.tributary.cli;

import dev.tributary.schedule.Schedules.Planned;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is planned, for people. */
final class PlannedText {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String LINE = "%-16s  %-5s  %-24s %-16s  %s%n";

    private PlannedText() {}

    static String of(List<Planned> planned) {
        if (planned.isEmpty()) {
            return "Nothing is planned. Write schedule: { cron: \"0 30 3 * * ?\", zone: UTC } in jobs/, and start 'tributary serve'.";
        }
        StringBuilder text = new StringBuilder(
                String.format(LINE, "next (UTC)", "what", "job or source", "previous (UTC)", "schedule"));
        for (Planned it : planned) {
            text.append(String.format(
                    LINE,
                    minute(it.next()),
                    it.kind().name().toLowerCase(Locale.ROOT),
                    it.name(),
                    minute(it.previous()),
                    it.when()));
        }
        return text.toString().stripTrailing();
    }

    private static String minute(@Nullable Instant time) {
        return time == null ? "never" : MINUTE.format(time);
    }
}
