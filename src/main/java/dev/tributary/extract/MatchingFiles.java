package dev.tributary.extract;

import dev.tributary.definition.FileExtract;
import dev.tributary.run.FailureCode;
import dev.tributary.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the files that a source means, the unchanged ones left out. */
@Component
class MatchingFiles {

    private final Home home;
    private final LandedFiles landed;
    private final Placeholders placeholders;

    MatchingFiles(Home home, LandedFiles landed, Placeholders placeholders) {
        this.home = home;
        this.landed = landed;
        this.placeholders = placeholders;
    }

    /**
     * The files that match and are not known yet, by name. Hidden and half-written files ({@code .name}, {@code .part}, {@code .filepart},
     * {@code .tmp}) do not match.
     *
     * @throws SourceFailed where the folder before the first wildcard is not there or cannot be read
     */
    public List<MatchingFile> of(SourceRun run) {
        FileExtract extract = (FileExtract) run.source().extract();
        String path = extract.path();
        Glob glob = Glob.of(home.path(), placeholders.fill(path));
        if (!Files.isDirectory(glob.folder())) {
            throw unavailable("The folder of " + path + " does not exist; create it, or mend extract.path.");
        }
        try {
            List<MatchingFile> all = glob.files().stream()
                    .map(file -> MatchingFile.of(run, file, glob.name(file)))
                    .sorted(Comparator.comparing(MatchingFile::name))
                    .toList();
            return extract.keep() ? landed.without(run.name(), all) : all;
        } catch (IOException unreadable) {
            throw unavailable("The folder of " + path + " cannot be read ("
                    + unreadable.getClass().getSimpleName() + "); let our user read it.");
        }
    }

    private static SourceFailed unavailable(String message) {
        return new SourceFailed(FailureCode.FILE_UNAVAILABLE, message);
    }
}
