package dev.tributary.extract;

import dev.tributary.extract.Trial.Page;
import dev.tributary.landing.Delivery;
import dev.tributary.landing.Landing;
import dev.tributary.landing.Segment;
import dev.tributary.landing.SourceWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what a trial brings in a folder, and remembers nothing. Not thread-safe. */
final class TrialLanding implements Landing, LandedFiles {

    private final Path scratch;
    private final List<Page> pages = new ArrayList<>();

    TrialLanding(Path scratch) {
        this.scratch = scratch;
    }

    List<Page> pages() {
        return List.copyOf(pages);
    }

    @Override
    public Optional<Segment> take(String source, Path file, String originName, boolean keep, @Nullable Long runId) {
        try {
            return Optional.of(kept(source, Files.copy(file, next()), originName));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Segment write(String source, Delivery delivery, @Nullable Long runId, @Nullable SourceWindow window) {
        try {
            return kept(source, Files.write(next(), delivery.content()), delivery.origin());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Path next() {
        return scratch.resolve("page-" + (pages.size() + 1));
    }

    private Segment kept(String source, Path file, String origin) throws IOException {
        pages.add(new Page(file, origin));
        return new Segment(0, source, pages.size(), file, origin, Files.size(file), LocalDateTime.now(ZoneOffset.UTC));
    }

    @Override
    public void note(SourceWindow window, @Nullable String cursor) {
        // a trial leaves the cursor where it is, and asks for a page only
    }

    @Override
    public Optional<Instant> askedUntil(String source) {
        return Optional.empty();
    }

    @Override
    public int segments(String source, long runId) {
        return 0;
    }

    @Override
    public int adopt(String source, long runId) {
        return 0;
    }

    @Override
    public <T extends KeptFile> List<T> without(String source, List<T> files) {
        return files;
    }

    @Override
    public void keepInMind(KeptFile file) {
        // nor does it remember
    }

    @Override
    public Optional<String> cursor(String source) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> cursorMoved(String source) {
        return Optional.empty();
    }
}
