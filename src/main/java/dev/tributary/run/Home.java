package dev.tributary.run;

import java.nio.file.Path;

/**
 * The folder under which all lies that a run writes, and the user's own definitions; two homes never meet.
 *
 * @param path where the definitions lie, and what they name by a relative path
 * @param written where a run writes: the same folder, but for a rehearsal
 */
public record Home(Path path, Path written) {

    public Home {
        path = path.toAbsolutePath().normalize();
        written = written.toAbsolutePath().normalize();
    }

    public Home(Path path) {
        this(path, path);
    }

    /** Where the segments lie, never changed. */
    public Path landing() {
        return written.resolve("landing");
    }

    /** Where the reports lie, one folder for each business date. */
    public Path reports() {
        return written.resolve("out").resolve("reports");
    }
}
