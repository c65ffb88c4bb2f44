package dev.tributary.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A unit of systemd as it lies in {@code ops/systemd}. */
record Unit(String name, List<String> lines) {

    static final Path FOLDER = Path.of("ops/systemd");

    static Unit read(String name) throws IOException {
        return new Unit(name, Files.readAllLines(FOLDER.resolve(name)));
    }

    /** The value of a key that stands there once. */
    String value(String key) {
        List<String> values = lines.stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .toList();
        if (values.size() != 1) {
            throw new AssertionError(name + " has " + values.size() + " lines " + key + "=");
        }
        return values.get(0);
    }

    /** The same unit for a program that is installed elsewhere. */
    Unit installedIn(Path folder) {
        return new Unit(
                name,
                lines.stream()
                        .map(line -> line.replace("/opt/tributary/", folder + "/"))
                        .toList());
    }

    Path writeTo(Path folder) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }
}
