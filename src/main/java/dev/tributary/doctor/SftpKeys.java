package dev.tributary.doctor;

import dev.tributary.definition.SftpExtract;
import dev.tributary.definition.SftpExtract.KnownHosts;
import dev.tributary.definition.SftpExtract.PrivateKey;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.extract.Placeholders;
import dev.tributary.extract.SourceFailed;
import dev.tributary.run.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether the files are there by which servers of SFTP know us, and we know them. */
final class SftpKeys implements Look {

    private final Defined defined;
    private final Placeholders placeholders;
    private final Home home;

    SftpKeys(Defined defined, Placeholders placeholders, Home home) {
        this.defined = defined;
        this.placeholders = placeholders;
        this.home = home;
    }

    @Override
    public List<Finding> look() {
        List<Finding> missing = new ArrayList<>();
        int files = 0;
        for (SourceDefinition source : defined.sources()) {
            for (String file : files(source)) {
                files++;
                if (!isThere(file)) {
                    missing.add(missing(source.source(), file));
                }
            }
        }
        if (!missing.isEmpty()) {
            return missing;
        }
        return List.of(Finding.good(
                files == 0 ? "the sources of the jobs need no files" : "all " + files + " files are there"));
    }

    private static Finding missing(String source, String file) {
        return Finding.fail(
                "source " + source + ": " + file + " is not there, or not for us to read",
                "Put it there as OpenSSH writes it, or mend what jobs/sources/" + source + ".yaml names.");
    }

    private static List<String> files(SourceDefinition source) {
        List<String> files = new ArrayList<>();
        if (source.extract() instanceof SftpExtract sftp) {
            if (sftp.login() instanceof PrivateKey key) {
                files.add(key.file());
            }
            if (sftp.trust() instanceof KnownHosts known) {
                files.add(known.file());
            }
        }
        return files;
    }

    /** Where its name is left to the environment and not there, another check tells. */
    private boolean isThere(String file) {
        try {
            Path path = home.path().resolve(placeholders.fill(file));
            return Files.isRegularFile(path) && Files.isReadable(path);
        } catch (SourceFailed missing) {
            return true;
        }
    }
}
