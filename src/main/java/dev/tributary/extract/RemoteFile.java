package dev.tributary.extract;

import dev.tributary.definition.SftpExtract;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file on another server as the listing showed it.
 *
 * @param path on the server
 * @param name relative to the folder that the source names, with slashes
 * @param modified null where the server does not say
 */
record RemoteFile(
        SourceRun run,
        SftpConnection server,
        String path,
        String name,
        long bytes,
        @Nullable Instant modified) implements Attempt, KeptFile {

    private static final int RETRIES = 2;

    /** A server that has gone away will not come back for each of a thousand files. */
    @Override
    public int retries() {
        return server.answers() ? RETRIES : 0;
    }

    @Override
    public String place() {
        SftpExtract sftp = (SftpExtract) run.source().extract();
        return sftp.host() + ":" + sftp.port() + " " + sftp.user() + " " + path;
    }

    @Override
    public String toString() {
        return "a file of " + server.where();
    }
}
