package dev.tributary.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.tributary.Installation;
import dev.tributary.Serving;
import dev.tributary.access.Role;
import dev.tributary.access.Users;
import dev.tributary.casework.Undone;
import dev.tributary.casework.Verdicts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/** A company after its first nights, with the pages of its console served. */
final class Company implements AutoCloseable {

    private static final String PASSWORD = "a word for the tests";

    private final Map<Role, String> signedIn = new EnumMap<>(Role.class);
    private final Chromium chromium;
    private final Installation installation;
    private final Serving serving;

    private Company(Chromium chromium, Installation installation) {
        this.chromium = chromium;
        this.installation = installation;
        this.serving = installation.serve();
        Users users = serving.bean(Users.class);
        for (Role role : Role.values()) {
            users.add(name(role), Set.of(role), PASSWORD);
        }
    }

    /** Acme Outdoor of the samples after two nights, with families who give one number or address for all of them. */
    static Company ofTheSamples(Chromium chromium) {
        Installation installation = Samples.in(temporaryFolder());
        for (String date : List.of("2026-06-01", "2026-06-02")) {
            assertThat(installation.tributary("sync", "--date", date).exitCode())
                    .isZero();
        }
        Samples.missMentions(installation);
        return of(chromium, installation);
    }

    /** A company whose nights have passed. */
    static Company of(Chromium chromium, Installation installation) {
        return new Company(chromium, installation);
    }

    Installation installation() {
        return installation;
    }

    /** Whatever an earlier test decided. */
    void takeBackAllVerdicts() {
        List<Long> standing = installation.rows("SELECT id FROM verdict WHERE undone_at IS NULL").stream()
                .map(Long::valueOf)
                .toList();
        assertThat(serving.bean(Verdicts.class).undo(standing, "the test")).allMatch(Undone::done);
    }

    /** Somebody who is signed in as this, in a window as of a desk. */
    Visitor visitor(Role role) {
        return visitor(role, new NewContextOptions().setViewportSize(1280, 900));
    }

    Visitor visitor(Role role, NewContextOptions window) {
        return new Visitor(address(), context(role, window));
    }

    private BrowserContext context(Role role, NewContextOptions window) {
        window.setLocale("en-GB").setTimezoneId("UTC");
        return chromium.context(window.setStorageState(signedIn.computeIfAbsent(role, this::signIn)));
    }

    /** The cookies of somebody who came in by the login page. */
    private String signIn(Role role) {
        try (BrowserContext context = chromium.context(new NewContextOptions())) {
            Page page = context.newPage();
            page.navigate(address() + "/login");
            page.getByLabel("Name").fill(name(role));
            page.getByLabel("Password").fill(PASSWORD);
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in"))
                    .click();
            page.waitForURL(url -> !url.contains("/login"));
            return context.storageState();
        }
    }

    private String address() {
        return serving.at("").toString();
    }

    static String name(Role role) {
        return "the-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
