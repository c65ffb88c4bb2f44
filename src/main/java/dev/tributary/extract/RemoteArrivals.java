package dev.tributary.extract;

import dev.tributary.definition.SftpExtract;
import dev.tributary.landing.Landing;
import dev.tributary.run.FailureCode;
import dev.tributary.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fetches files from another server and lands them, each content once. A file is deleted there only after it has landed here. */
@Component
class RemoteArrivals {

    private static final Logger log = LoggerFactory.getLogger(RemoteArrivals.class);

    private final Landing landing;
    private final LandedFiles landed;
    private final Download download;
    private final Path aside;

    RemoteArrivals(Landing landing, LandedFiles landed, Download download, Home home) {
        this.landing = landing;
        this.landed = landed;
        this.download = download;
        this.aside = home.written().resolve("incoming");
    }

    /** @throws SourceFailed where the file cannot be fetched; its name may be personal, so the message holds the pattern */
    public void land(RemoteFile file) {
        if (!file.run().isOpen()) {
            return;
        }
        Path copy = aside.resolve(file.run().name() + ".download");
        try {
            boolean whole = download.of(file, copy);
            if (!isUnchanged(file)) {
                leave(file);
            } else if (whole) {
                land(file, copy);
            } else {
                throw file.server().unreachable();
            }
        } catch (SftpException refused) {
            refused(file, refused);
        } catch (IOException broken) {
            throw file.server().unreachable();
        } finally {
            delete(copy);
        }
    }

    private static void refused(RemoteFile file, SftpException refused) {
        switch (refused.getStatus()) {
            case SftpConstants.SSH_FX_NO_SUCH_FILE -> leave(file);
            case SftpConstants.SSH_FX_NO_CONNECTION, SftpConstants.SSH_FX_CONNECTION_LOST ->
                throw file.server().unreachable();
            default -> throw unavailable(file, "cannot be read", "let our user read it, or move it away");
        }
    }

    private static void leave(RemoteFile file) {
        log.info(
                "A file of source {} changed while it was read; the next run takes it.",
                file.run().name());
    }

    private void land(RemoteFile file, Path copy) throws IOException {
        SourceRun run = file.run();
        landing.take(run.name(), copy, file.name(), false, run.runId()).ifPresent(segment -> run.landed());
        if (((SftpExtract) run.source().extract()).keep()) {
            landed.keepInMind(file);
        } else if (run.mayDelete() && isUnchanged(file)) {
            remove(file);
        }
    }

    private static boolean isUnchanged(RemoteFile file) throws IOException {
        Attributes now = file.server().client().lstat(file.path());
        return now.isRegularFile()
                && now.getSize() == file.bytes()
                && Objects.equals(RemoteListing.modified(now), file.modified());
    }

    private static void remove(RemoteFile file) throws IOException {
        try {
            file.server().client().remove(file.path());
        } catch (SftpException refused) {
            throw unavailable(
                    file, "has landed, but cannot be deleted there", "let our user delete it, or write keep: true");
        }
    }

    private static SourceFailed unavailable(RemoteFile file, String what, String cure) {
        return new SourceFailed(
                FailureCode.FILE_UNAVAILABLE,
                "A file that matches " + ((SftpExtract) file.run().source().extract()).path() + " on "
                        + file.server().where() + " " + what + "; " + cure + ".");
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException undeletable) {
            log.debug("A copy stays below incoming/; the next run writes over it.");
        }
    }
}
