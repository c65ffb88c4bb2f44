package dev.tributary.cli;

import dev.tributary.run.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The sample files that the definitions in the jar read; a home with definitions of its own needs none. */
final class BundledSamples {

    private static final String ROOT = "jobs/samples/";

    private BundledSamples() {}

    /** Lays the samples down under {@code samples/} where the home has neither {@code jobs/} nor them. */
    static void unpack(Home home) {
        Path target = home.path().resolve("samples");
        if (Files.exists(home.path().resolve("jobs")) || Files.exists(target)) {
            return;
        }
        try {
            Path aside = home.path().resolve("samples.part");
            for (Resource sample : new PathMatchingResourcePatternResolver().getResources("classpath:" + ROOT + "**")) {
                String url = sample.getURL().toString();
                if (sample.isReadable() && !url.endsWith("/")) {
                    copy(sample, aside.resolve(url.substring(url.lastIndexOf(ROOT) + ROOT.length())));
                }
            }
            Files.move(aside, target);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copy(Resource sample, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = sample.getInputStream()) {
            Files.copy(in, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
