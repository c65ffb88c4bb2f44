package dev.tributary.extract;

import dev.tributary.definition.FileExtract;
import dev.tributary.landing.Landing;
import dev.tributary.run.FailureCode;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Lands files, each content once. */
@Component
class FileArrivals {

    private final Landing landing;
    private final LandedFiles landed;

    FileArrivals(Landing landing, LandedFiles landed) {
        this.landing = landing;
        this.landed = landed;
    }

    /** @throws SourceFailed where the file cannot be read; a file's name may be personal, so the message holds the pattern */
    public void land(MatchingFile file) {
        SourceRun run = file.run();
        if (!run.isOpen()) {
            return;
        }
        FileExtract files = (FileExtract) run.source().extract();
        try {
            landing.take(run.name(), file.file(), file.name(), files.keep() || !run.mayDelete(), run.runId())
                    .ifPresent(segment -> run.landed());
            if (files.keep()) {
                landed.keepInMind(file);
            }
        } catch (UncheckedIOException unreadable) {
            throw new SourceFailed(
                    FailureCode.FILE_UNAVAILABLE,
                    "A file that matches " + files.path() + " cannot be read ("
                            + unreadable.getCause().getClass().getSimpleName()
                            + "); let our user read it, or move it away.");
        }
    }
}
