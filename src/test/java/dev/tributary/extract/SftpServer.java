package dev.tributary.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemConfigurator;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real server on this machine, which tells what it was asked for. */
final class SftpServer implements AutoCloseable {

    static final String PASSWORD = "s3cret";

    private final Path folder;
    private final SshServer ssh = SshServer.setUpDefaultServer();
    private final List<String> logins = Collections.synchronizedList(new ArrayList<>());
    private final List<String> opened = Collections.synchronizedList(new ArrayList<>());
    private volatile BiConsumer<String, ServerSession> onRead = (file, session) -> {};
    private volatile Map<String, String> shownAs = Map.of();

    /** @param folder what the server shows as its root */
    SftpServer(Path folder, KeyPair... hostKeys) throws IOException {
        this.folder = folder;
        ssh.setHost("127.0.0.1");
        ssh.setPort(0);
        ssh.setKeyPairProvider(KeyPairProvider.wrap(hostKeys));
        ssh.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory() {
            @Override
            public Command createSubsystem(ChannelSession channel) {
                SftpSubsystem renaming = new Renaming(channel, this);
                getRegisteredListeners().forEach(renaming::addSftpEventListener);
                return renaming;
            }
        };
        sftp.addSftpEventListener(new Ears());
        ssh.setSubsystemFactories(List.of(sftp));
        ssh.setPasswordAuthenticator((user, password, session) -> {
            logins.add("password");
            return user.equals("acme") && password.equals(PASSWORD);
        });
        ssh.start();
    }

    /** Lets in whoever has this key. */
    SftpServer lettingIn(PublicKey key) {
        ssh.setPublickeyAuthenticator((user, shown, session) -> {
            logins.add("key");
            return KeyUtils.compareKeys(key, shown);
        });
        return this;
    }

    int port() {
        return ssh.getPort();
    }

    /** The proofs that reached the server, by kind. */
    List<String> logins() {
        return List.copyOf(logins);
    }

    /** The files that were opened since the last call. */
    List<String> opened() {
        List<String> names = List.copyOf(opened);
        opened.clear();
        return names;
    }

    /** What happens when a part of a file has been read. */
    void onRead(BiConsumer<String, ServerSession> what) {
        onRead = what;
    }

    /** Shows a file under another name, as no honest server would. */
    void shows(String name, String as) {
        shownAs = Map.of(name, as);
    }

    /** A file that was written an hour ago. */
    Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
        return file;
    }

    static String line(KeyPair keys) {
        return PublicKeyEntry.toString(keys.getPublic());
    }

    @Override
    public void close() throws IOException {
        ssh.stop(true);
    }

    static void cut(ServerSession session) {
        try {
            session.close(true).await();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private final class Ears implements SftpEventListener {

        @Override
        public void open(ServerSession session, String handle, Handle of) {
            if (of instanceof FileHandle) {
                opened.add(of.getFile().getFileName().toString());
            }
        }

        @Override
        public void read(
                ServerSession session,
                String handle,
                FileHandle of,
                long offset,
                byte[] data,
                int dataOffset,
                int dataLength,
                int readLength,
                Throwable thrown) {
            onRead.accept(of.getFile().getFileName().toString(), session);
        }
    }

    private final class Renaming extends SftpSubsystem {

        Renaming(ChannelSession channel, SftpSubsystemConfigurator settings) {
            super(channel, settings);
        }

        @Override
        protected void writeDirEntry(
                int id,
                DirectoryHandle folder,
                Map<String, Path> entries,
                Buffer buffer,
                int index,
                Path file,
                String name,
                LinkOption... options)
                throws IOException {
            super.writeDirEntry(id, folder, entries, buffer, index, file, shownAs.getOrDefault(name, name), options);
        }
    }
}
