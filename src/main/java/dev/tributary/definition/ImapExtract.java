package dev.tributary.definition;

import dev.tributary.decode.Format;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mails from folders of a mailbox (RFC 9051), read only and never marked as seen.
 *
 * @param folders as the server names them, each with a cursor of its own
 * @param lookback how far back the first run reads a folder; null where it reads all of it
 * @param budget the most mails of one run
 * @param timeout of the connection, and of each answer
 * @param retries how often a run connects again when the server cannot be reached or breaks off
 */
public record ImapExtract(
        String host,
        int port,
        Tls tls,
        Login login,
        List<String> folders,
        @Nullable Duration lookback,
        int budget,
        Duration timeout,
        int retries)
        implements Extract {

    public static final int DEFAULT_BUDGET = 50_000;

    /** How the connection is protected. */
    public enum Tls {
        /** From its first byte on. */
        ALWAYS,
        /** After a greeting, and then certainly. */
        STARTTLS,
        /** Not at all: for servers on this machine. */
        NONE
    }

    /** @param token whether the secret is an OAuth 2 access token (XOAUTH2), and no password */
    public record Login(String user, String secret, boolean token) {}

    public ImapExtract {
        folders = List.copyOf(folders);
    }

    @Override
    public String kind() {
        return "imap";
    }

    @Override
    public FileOptions options() {
        return FileOptions.of(Format.MBOX);
    }
}
