package dev.tributary.run;

import java.nio.file.Path;

/** The folder under which all lies that a run writes, and the user's own definitions; two homes never meet. */
public record Home(Path path) {

    public Home {
        path = path.toAbsolutePath().normalize();
    }

    /** Where the segments lie, never changed. */
    public Path landing() {
        return path.resolve("landing");
    }

    /** Where the reports lie, one folder for each business date. */
    public Path reports() {
        return path.resolve("out").resolve("reports");
    }
}
