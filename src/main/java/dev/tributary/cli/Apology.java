package dev.tributary.cli;

import dev.tributary.access.UsersUnusable;
import dev.tributary.definition.InvalidDefinitions;
import dev.tributary.definition.UnknownDefinition;
import dev.tributary.evaluate.TruthUnusable;
import dev.tributary.identity.UnknownContact;
import dev.tributary.inbox.InboxUnusable;
import dev.tributary.pipeline.NothingToDecide;
import dev.tributary.resolve.UnusableTable;
import dev.tributary.review.RunUnderWay;
import dev.tributary.review.SeveralParticipants;
import dev.tributary.review.Unusable;
import dev.tributary.run.UnknownRun;
import dev.tributary.store.SchemaDiffers;
import dev.tributary.timeline.ContactFileUnusable;
import dev.tributary.workbook.UnusableWorkbook;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a line what went wrong and what to do about it. */
final class Apology implements IExecutionExceptionHandler {

    /** What H2 answers where another process has the file open. */
    private static final int H2_IN_USE = 90020;

    /** What MySQL answers where a user may not use a database, or not so. */
    private static final Set<Integer> MYSQL_DENIED = Set.of(1044, 1142, 1143);

    private static final String LACKS_A_RIGHT =
            "The user of SPRING_DATASOURCE_USERNAME lacks a right on the database; ops/mysql/grants.sql says which they need."
                    + " Where a new version has to change the tables, run 'tributary status' once as the user who may.";

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        List<Throwable> causes = causes(failure);
        if (first(causes, InvalidDefinitions.class).isPresent()
                || first(causes, UnknownDefinition.class).isPresent()
                || first(causes, ContactFileUnusable.class).isPresent()
                || first(causes, NothingToDecide.class).isPresent()
                || first(causes, UnknownContact.class).isPresent()
                || first(causes, TruthUnusable.class).isPresent()
                || first(causes, UnusableTable.class).isPresent()
                || first(causes, UnusableWorkbook.class).isPresent()
                || first(causes, SchemaDiffers.class).isPresent()
                || first(causes, UnknownRun.class).isPresent()
                || first(causes, Unusable.class).isPresent()) {
            return say(command, failure.getMessage(), ExitCode.WRONG_USE);
        }
        if (first(causes, RunUnderWay.class).isPresent()) {
            return say(command, failure.getMessage(), ExitCode.FAILED);
        }
        Optional<SeveralParticipants> several = first(causes, SeveralParticipants.class);
        if (several.isPresent()) {
            return say(command, listed(several.get()), ExitCode.WRONG_USE);
        }
        Optional<InboxUnusable> inbox = first(causes, InboxUnusable.class);
        if (inbox.isPresent()) {
            return say(command, inbox.get().getMessage(), ExitCode.WRONG_USE);
        }
        Optional<UsersUnusable> users = first(causes, UsersUnusable.class);
        if (users.isPresent()) {
            return say(command, users.get().getMessage() + ".", ExitCode.WRONG_USE);
        }
        Optional<SQLException> database = first(causes, SQLException.class);
        if (database.isPresent() && database.get().getErrorCode() == H2_IN_USE) {
            return say(
                    command,
                    "Another tributary is at work in this home folder; nothing was started.",
                    ExitCode.COMPLETED);
        }
        if (database.isPresent() && MYSQL_DENIED.contains(database.get().getErrorCode())) {
            return say(command, LACKS_A_RIGHT, ExitCode.FAILED);
        }
        return database.map(it -> say(command, unreachable(it), ExitCode.FAILED))
                .orElseGet(() -> say(command, unforeseen(causes), ExitCode.FAILED));
    }

    private static String listed(SeveralParticipants several) {
        StringBuilder text = new StringBuilder(several.getMessage()).append(':');
        several.participants().forEach(it -> text.append(String.format("%n  %d  %s", it.id(), it.shown())));
        return text.toString();
    }

    private static String unreachable(SQLException failure) {
        String url =
                Optional.ofNullable(System.getenv("SPRING_DATASOURCE_URL")).orElse("the H2 file in the home folder");
        return "The database cannot be used: "
                + url.replaceAll("//[^/@]*@", "//").replaceAll("\\?.*", "")
                + " (" + failure.getClass().getSimpleName() + ", SQLState " + failure.getSQLState() + ")."
                + " Is it up, and are SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD right?";
    }

    /** Foreign messages may quote personal data: the kinds and the place must do. */
    private static String unforeseen(List<Throwable> causes) {
        Throwable root = causes.get(causes.size() - 1);
        StackTraceElement[] trace = root.getStackTrace();
        return "Something unforeseen went wrong: " + root.getClass().getName()
                + (trace.length == 0 ? "" : " at " + trace[0])
                + ". Nothing is lost: the same command goes on where it was. Please report it as a bug.";
    }

    private static int say(CommandLine command, String message, int exitCode) {
        command.getErr().println(message);
        command.getErr().flush();
        return exitCode;
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && causes.size() < 50; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static <T extends Throwable> Optional<T> first(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
