package dev.tributary.crash;

import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Tributary in a JVM of its own, as an operator starts it: with a real standard output, and to be killed. */
public final class TributaryProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /** Java, for a process that lives for seconds. */
    static final List<String> JAVA = List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto");

    static final String MAIN = "dev.tributary.Tributary";

    private final Process process;
    private final CompletableFuture<String> out;
    private final CompletableFuture<Void> errRead;
    private final List<String> err = Collections.synchronizedList(new ArrayList<>());

    /** What a process ended with. */
    public record Ended(int exitCode, String out, String err) {}

    /** How a process is to be started. */
    public static final class Command {

        private final List<String> java = new ArrayList<>(JAVA);
        private final Map<String, String> environment = new TreeMap<>();

        private Command() {}

        public Command with(String property, Object value) {
            java.add("-D" + property + "=" + value);
            return this;
        }

        public Command environment(Map<String, String> variables) {
            environment.putAll(variables);
            return this;
        }

        /** Starts the command on a home folder. */
        public TributaryProcess start(Path home, String... arguments) {
            List<String> all = new ArrayList<>(java);
            all.addAll(PackedClasses.options());
            all.addAll(List.of(MAIN, "--home", home.toString()));
            all.addAll(List.of(arguments));
            return started(all, environment);
        }

        /** Runs the command on a home folder to its end. */
        public Ended run(Path home, String... arguments) {
            try (TributaryProcess process = start(home, arguments)) {
                return process.end();
            }
        }
    }

    private TributaryProcess(Process process) {
        this.process = process;
        this.out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()), TributaryProcess::inThread);
        this.errRead = CompletableFuture.runAsync(this::readErr, TributaryProcess::inThread);
    }

    public static Command command() {
        return new Command();
    }

    /** Starts any program; what the environment of the tests says of Spring and Tributary is not its. */
    public static TributaryProcess started(List<String> commandLine, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(commandLine);
        builder.environment().keySet().removeIf(it -> it.startsWith("SPRING_") || it.startsWith("TRIBUTARY_"));
        builder.environment().putAll(environment);
        try {
            return new TributaryProcess(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits for a line on standard error that begins so; false where the process ends without it. */
    boolean says(String beginning) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            boolean ended = errRead.isDone();
            if (err().lines().anyMatch(line -> line.startsWith(beginning))) {
                return true;
            }
            if (ended) {
                return false;
            }
            sleep(5);
        }
        return fail("The process has neither said " + beginning + " nor ended:\n" + err());
    }

    /** The same of a line that holds it. */
    boolean saysAnywhere(String words) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!err().contains(words)) {
            if (errRead.isDone() || System.nanoTime() > until) {
                return err().contains(words);
            }
            sleep(5);
        }
        return true;
    }

    /** Whether it ends by itself in so many milliseconds. */
    boolean endsWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9}: the process does nothing more, and cleans nothing up. */
    void kill() {
        process.destroyForcibly();
        end();
    }

    /** As {@code kill} without a number: the process may end in order. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for the end, twenty minutes at most: what hangs is to fail, and not what is slow. */
    public Ended end() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                fail("The process does not end:\n" + err());
            }
            errRead.join();
            return new Ended(process.exitValue(), out.join(), err());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    String err() {
        synchronized (err) {
            return String.join("\n", err);
        }
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void readErr() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(err::add);
        } catch (IOException | UncheckedIOException killed) {
            err.add("(broken off)");
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException killed) {
            return "";
        }
    }

    private static void inThread(Runnable task) {
        Thread thread = new Thread(task, "reads a child");
        thread.setDaemon(true);
        thread.start();
    }
}
