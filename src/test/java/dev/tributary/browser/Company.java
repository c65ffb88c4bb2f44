package dev.tributary.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import dev.tributary.Installation;
import dev.tributary.Serving;
import dev.tributary.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/** A company after its first nights, with the pages of its console served. */
final class Company implements AutoCloseable {

    private final Chromium chromium;
    private final Installation installation;
    private final Serving serving;

    private Company(Chromium chromium, Installation installation) {
        this.chromium = chromium;
        this.installation = installation;
        this.serving = installation.serve();
    }

    /** Acme Outdoor of the samples after two nights, with families who give one number or address for all of them. */
    static Company ofTheSamples(Chromium chromium) {
        Installation installation = Samples.in(temporaryFolder());
        for (String date : List.of("2026-06-01", "2026-06-02")) {
            assertThat(installation.tributary("sync", "--date", date).exitCode())
                    .isZero();
        }
        return of(chromium, installation);
    }

    /** A company whose nights have passed. */
    static Company of(Chromium chromium, Installation installation) {
        return new Company(chromium, installation);
    }

    Installation installation() {
        return installation;
    }

    /** Somebody who is signed in as this, in a window as of a desk. */
    Visitor visitor(Role role) {
        return visitor(role, new NewContextOptions().setViewportSize(1280, 900));
    }

    Visitor visitor(Role role, NewContextOptions window) {
        return new Visitor(address(), context(role, window));
    }

    private BrowserContext context(Role role, NewContextOptions window) {
        return chromium.context(window.setLocale("en-GB").setTimezoneId("UTC"));
    }

    private String address() {
        return serving.at("").toString();
    }

    static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("company");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    FileSystemUtils.deleteRecursively(folder);
                } catch (IOException kept) {
                    throw new UncheckedIOException(kept);
                }
            }));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        serving.close();
    }
}
