package dev.tributary.cli;

import dev.tributary.schedule.Schedules;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "reload",
        description = {
            "Makes what is planned what jobs/ says, for all servers on this database. A start of 'tributary serve' does the same.",
            "A job or source that is new needs the start: servers read their files once."
        })
final class ScheduleReloadCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ScheduleReloadCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(application -> {
            Schedules schedules = application.getBean(Schedules.class);
            Schedules.Reloaded reloaded = schedules.reload();
            if (session.isJson()) {
                Answer.json(spec, reloaded);
            } else {
                Answer.print(spec, text(reloaded) + PlannedText.of(schedules.planned()));
            }
            return ExitCode.COMPLETED;
        });
    }

    private static String text(Schedules.Reloaded reloaded) {
        List<String> lines = new ArrayList<>();
        reloaded.added().forEach(it -> lines.add("added    " + it));
        reloaded.changed().forEach(it -> lines.add("changed  " + it));
        reloaded.removed().forEach(it -> lines.add("removed  " + it));
        lines.add(reloaded.unchanged() + " unchanged");
        return String.join(System.lineSeparator(), lines) + System.lineSeparator() + System.lineSeparator();
    }
}
