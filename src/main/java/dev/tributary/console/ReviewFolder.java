package dev.tributary.console;

import dev.tributary.run.Home;
import java.nio.file.Path;

/** Where workbooks of cases lie while they are written and read: personal data must not lie in the system's temporary folder. */
final class ReviewFolder {

    private ReviewFolder() {}

    static Path of(Home home) {
        return home.reports().resolveSibling("review");
    }
}
