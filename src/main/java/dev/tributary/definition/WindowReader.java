package dev.tributary.definition;

import java.time.Duration;

/** Reads {@code extract.window}. */
final class WindowReader {

    private WindowReader() {}

    static Window read(Section window) {
        if (!window.has("size")) {
            window.problem("size", "is missing", "write size: 24h");
        }
        Window read = new Window(
                window.parsed("size", "24h", Durations::positive, Durations.CURE)
                        .orElse(Duration.ofDays(1)),
                start(window),
                window.parsed("overlap", "1h", Durations::parse, Durations.CURE).orElse(Duration.ZERO),
                CursorReader.format(window));
        window.refuseOthers();
        return read;
    }

    private static String start(Section window) {
        if (!window.has("start")) {
            window.problem("start", "is missing", "write start: 30d, or a date such as 2026-01-31");
        }
        return window.parsed("start", "30d", Window::start, "write 30d, P30D, or a date such as 2026-01-31")
                .orElse("");
    }
}
