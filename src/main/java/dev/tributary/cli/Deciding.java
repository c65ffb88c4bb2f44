package dev.tributary.cli;

import dev.tributary.review.By;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that decides something. */
final class Deciding {

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for those who read it later.")
    private @Nullable String reason;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who decides (default: ${DEFAULT-VALUE}).")
    private String actor;

    @SuppressWarnings("NullAway.Init")
    Deciding() {}

    By by() {
        return new By(actor, reason);
    }
}
