package dev.tributary.cli;

import dev.tributary.run.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** The sample files that the definitions in the jar read; a home with definitions of its own needs none. */
final class BundledSamples {

    private static final String ROOT = "jobs/samples/";

    private BundledSamples() {}

    /** Whether the home has neither {@code jobs/} nor the samples. */
    static boolean areMissing(Home home) {
        return !Files.exists(home.path().resolve("jobs"))
                && !Files.exists(home.path().resolve("samples"));
    }

    /** Lays the samples down under {@code samples/} where the home has neither {@code jobs/} nor them. */
    static void unpack(Home home) {
        Path target = home.path().resolve("samples");
        if (!areMissing(home)) {
            return;
        }
        try {
            Path aside = Files.createTempDirectory(Files.createDirectories(home.path()), "samples-");
            for (Resource sample : new PathMatchingResourcePatternResolver().getResources("classpath:" + ROOT + "**")) {
                String url = sample.getURL().toString();
                if (sample.isReadable() && !url.endsWith("/")) {
                    copy(sample, aside.resolve(url.substring(url.lastIndexOf(ROOT) + ROOT.length())));
                }
            }
            putInPlace(aside, target);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Another process may have been quicker: its samples are as good. */
    private static void putInPlace(Path aside, Path target) throws IOException {
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException failure) {
            FileSystemUtils.deleteRecursively(aside);
            if (!Files.isDirectory(target)) {
                throw failure;
            }
        }
    }

    private static void copy(Resource sample, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = sample.getInputStream()) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
