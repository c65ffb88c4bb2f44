package dev.tributary.doctor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes every check end, and every failure of a check a finding. */
final class Watch implements AutoCloseable {

    private final ExecutorService looking = Executors.newCachedThreadPool(look -> {
        Thread thread = new Thread(look, "doctor");
        thread.setDaemon(true);
        return thread;
    });
    private final Duration limit;

    Watch(Duration limit) {
        this.limit = limit;
    }

    List<Line> over(Check check) {
        Future<List<Finding>> looked = looking.submit(() -> check.look().look());
        try {
            return check.lines(looked.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException silence) {
            looked.cancel(true);
            return check.lines(List.of(Finding.fail(
                    "no answer within " + limit.toSeconds() + " s",
                    "See whether what is asked here is overloaded or cut off, and run this again.")));
        } catch (ExecutionException failed) {
            return check.lines(List.of(of(failed.getCause())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return check.lines(List.of(Finding.skipped("it was stopped")));
        }
    }

    /** Foreign messages may quote what is secret: the kind and the place must do. */
    private static Finding of(Throwable failure) {
        if (failure instanceof CannotLook why) {
            return Finding.skipped(String.valueOf(why.getMessage()));
        }
        StackTraceElement[] trace = failure.getStackTrace();
        return Finding.unknown(
                "the look failed: " + failure.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]),
                "Mend what failed above and run this again; if it stays, report it as a bug.");
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
