package dev.tributary.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A channel in a week, by its Monday. */
record Week(String channel, LocalDate start) {

    static Week of(Waits.Message question) {
        LocalDate day = question.at().toLocalDate();
        return new Week(question.channel(), day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }
}
