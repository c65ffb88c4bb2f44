package dev.tributary.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the password of a user comes from: never from the command line, which others can list. */
final class AskedPassword {

    @Option(
            names = "--ask",
            description =
                    "Ask for the password at the terminal, or read it from standard input, in place of a random one.")
    private boolean ask;

    @SuppressWarnings("NullAway.Init")
    AskedPassword() {}

    /** Null for a random one. */
    @Nullable
    String get() {
        if (!ask) {
            return null;
        }
        Console terminal = System.console();
        return terminal == null ? firstLine() : new String(terminal.readPassword("Password: "));
    }

    private static String firstLine() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
