package dev.tributary.extract;

import dev.tributary.definition.SftpExtract;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the files that a source over SFTP means, the unchanged ones left out. */
@Component
class RemoteFiles {

    private final SftpConnections connections;
    private final LandedFiles landed;
    private final Placeholders placeholders;

    RemoteFiles(SftpConnections connections, LandedFiles landed, Placeholders placeholders) {
        this.connections = connections;
        this.landed = landed;
        this.placeholders = placeholders;
    }

    /**
     * The files that match and are not known yet, by name.
     *
     * @throws SourceFailed where the server cannot be asked, is not the one we know, or has no such folder
     */
    public List<RemoteFile> of(SourceRun run) {
        SftpExtract sftp = (SftpExtract) run.source().extract();
        NamePattern pattern = NamePattern.of(placeholders.fill(sftp.path()));
        SftpConnection server = connections.open(sftp);
        run.closing(server);
        List<RemoteFile> all = new RemoteListing(run, server, pattern).files();
        return sftp.keep() ? landed.without(run.name(), all) : all;
    }
}
