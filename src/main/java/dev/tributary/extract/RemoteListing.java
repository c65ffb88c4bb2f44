package dev.tributary.extract;

import dev.tributary.definition.SftpExtract;
import dev.tributary.run.FailureCode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attribute;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/** Walks the folder that a source names. What the server says is foreign: names must be names, and the walk must end. */
final class RemoteListing {

    private static final int DEPTH = 32;
    private static final int MOST = 200_000;

    private final SourceRun run;
    private final SftpConnection server;
    private final NamePattern pattern;
    private final String declared;
    private final List<RemoteFile> files = new ArrayList<>();
    private int entries;

    RemoteListing(SourceRun run, SftpConnection server, NamePattern pattern) {
        this.run = run;
        this.server = server;
        this.pattern = pattern;
        this.declared = ((SftpExtract) run.source().extract()).path();
    }

    /**
     * By name. A folder below that cannot be read is noted, and holds up no other.
     *
     * @throws SourceFailed where the folder itself cannot be read, or the server breaks off
     */
    List<RemoteFile> files() {
        try {
            walk(pattern.folder(), "", 0);
        } catch (SftpException refused) {
            throw unreadable(refused);
        } catch (IOException broken) {
            throw server.unreachable();
        }
        files.sort(Comparator.comparing(RemoteFile::name));
        return files;
    }

    private void walk(String folder, String below, int depth) throws IOException {
        List<String> folders = new ArrayList<>();
        SftpClient client = server.client();
        try (SftpClient.CloseableHandle handle = client.openDir(folder.isEmpty() ? "." : folder)) {
            for (List<DirEntry> some = client.readDir(handle); some != null; some = client.readDir(handle)) {
                for (DirEntry entry : some) {
                    take(entry, folder, below, folders);
                }
            }
        }
        for (String inner : folders) {
            walkInto(path(folder, inner), below + inner + "/", depth + 1);
        }
    }

    private void walkInto(String folder, String below, int depth) throws IOException {
        if (depth > DEPTH) {
            run.failed(failed("The folders of " + declared + " on " + server.where() + " lie more than " + DEPTH
                    + " deep; point extract.path further down."));
            return;
        }
        try {
            walk(folder, below, depth);
        } catch (SftpException refused) {
            run.failed(unreadable(refused));
        }
    }

    private void take(DirEntry entry, String folder, String below, List<String> folders) throws IOException {
        String name = entry.getFilename();
        if (name.equals(".") || name.equals("..")) {
            return;
        }
        if (++entries > MOST) {
            throw failed("The folder of " + declared + " on " + server.where() + " holds more than " + MOST
                    + " names; point extract.path to less.");
        }
        if (!isName(name)) {
            run.failed(failed("A name in the folder of " + declared + " on " + server.where()
                    + " holds a slash, a backslash or a control character, or is not in UTF-8, so it could lead elsewhere;"
                    + " that file was not fetched. Rename it there."));
        } else if (entry.getAttributes().isDirectory()) {
            if (pattern.reachesBelow()) {
                folders.add(name);
            }
        } else if (matches(below + name)) {
            add(path(folder, name), below + name, entry.getAttributes());
        }
    }

    private boolean matches(String name) {
        try {
            return pattern.matches(Path.of(name));
        } catch (InvalidPathException notInOurLocale) {
            run.failed(failed("A name in the folder of " + declared + " on " + server.where()
                    + " has letters that this machine's locale lacks; start with LC_ALL=C.UTF-8."));
            return false;
        }
    }

    private void add(String path, String name, Attributes listed) throws IOException {
        boolean tells =
                listed.getFlags().contains(Attribute.Size) && listed.getFlags().contains(Attribute.ModifyTime);
        Attributes attributes = tells ? listed : server.client().lstat(path);
        if (attributes.isRegularFile()) {
            files.add(new RemoteFile(run, server, path, name, attributes.getSize(), modified(attributes)));
        }
    }

    static @Nullable Instant modified(Attributes attributes) {
        FileTime time = attributes.getModifyTime();
        return time == null ? null : time.toInstant();
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == '\uFFFD' || Character.isISOControl(c));
    }

    private static String path(String folder, String name) {
        return folder.isEmpty() || folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    private SourceFailed unreadable(SftpException refused) {
        boolean missing = refused.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE;
        return failed("The folder of " + declared + (missing ? " does not exist" : " cannot be read") + " on "
                + server.where() + (missing ? "; create it" : "; let our user read it") + ", or mend extract.path.");
    }

    private static SourceFailed failed(String message) {
        return new SourceFailed(FailureCode.FILE_UNAVAILABLE, message);
    }
}
