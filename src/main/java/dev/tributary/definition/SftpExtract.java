package dev.tributary.definition;

/**
 * Records from files on a server that speaks SFTP. The server has to show the host key that we know, or nothing is sent to it.
 * Hidden and half-written files ({@code .name}, {@code .part}, {@code .filepart}, {@code .tmp}) are left, and links are not
 * followed. A file that grows while it is read is left for the next run.
 *
 * @param path a glob, absolute or relative to where the login begins
 * @param keep whether the files stay on the server; otherwise each is deleted there once it has landed
 * @param options how the files are to be read
 */
public record SftpExtract(
        String host,
        int port,
        String path,
        String user,
        Login login,
        HostTrust trust,
        boolean keep,
        FileOptions options)
        implements Extract {

    public static final int PORT = 22;

    /** How we prove who we are. */
    public sealed interface Login {}

    /** The password is <code>${NAME}</code>. */
    public record Password(String password) implements Login {}

    /**
     * A private key in a file.
     *
     * @param file in OpenSSH's or PEM format, relative to the home folder or absolute
     * @param passphrase <code>${NAME}</code>; empty where the key has none
     */
    public record PrivateKey(String file, String passphrase) implements Login {}

    /** How the server proves who it is. */
    public sealed interface HostTrust {}

    /** @param file in OpenSSH's format, relative to the home folder or absolute; it is only read */
    public record KnownHosts(String file) implements HostTrust {}

    /** @param key as OpenSSH writes it: {@code ssh-ed25519 AAAA…} */
    public record HostKey(String key) implements HostTrust {}

    @Override
    public String kind() {
        return "sftp";
    }
}
