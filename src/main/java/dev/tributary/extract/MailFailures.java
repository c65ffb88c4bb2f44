package dev.tributary.extract;

import dev.tributary.run.FailureCode;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderClosedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.util.MailConnectException;

/** Says for people what a mail server did. Its own words are left out: they may quote users, folders and mails. */
final class MailFailures {

    private MailFailures() {}

    static SourceFailed of(MailWalk walk, Exception thrown) {
        String host = walk.imap().host();
        if (thrown instanceof AuthenticationFailedException) {
            return new SourceFailed(
                    FailureCode.UNAUTHORIZED,
                    host + " refuses our user or password; see extract.user, and renew what extract.auth names.");
        }
        if (thrown instanceof FolderNotFoundException) {
            return new SourceFailed(
                    FailureCode.UNEXPECTED_ANSWER,
                    host + " has no folder " + walk.folder() + "; name one of its folders in extract.folders.");
        }
        return passing(thrown)
                .map(what -> new SourceFailed(
                        FailureCode.UNREACHABLE, host + " " + what + "; the next run goes on where this one ended."))
                .orElseGet(() -> new SourceFailed(
                        FailureCode.UNEXPECTED_ANSWER,
                        host + " does not answer as it should ("
                                + thrown.getClass().getSimpleName()
                                + "); see whether extract.host, port and tls are right."));
    }

    private static Optional<String> passing(Exception thrown) {
        if (causes(thrown).anyMatch(SSLException.class::isInstance)) {
            return Optional.of("has a certificate that is not trusted, or speaks no TLS");
        }
        if (causes(thrown).anyMatch(SocketTimeoutException.class::isInstance)) {
            return Optional.of("does not answer in time");
        }
        if (thrown instanceof MailConnectException) {
            return Optional.of("takes no connection, or its name is not known");
        }
        boolean cut = causes(thrown)
                .anyMatch(cause -> cause instanceof IOException
                        || cause instanceof ConnectionException
                        || cause instanceof FolderClosedException
                        || cause instanceof StoreClosedException);
        return cut ? Optional.of("breaks off the connection") : Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, MailFailures::cause)
                .limit(10);
    }

    private static Throwable cause(Throwable thrown) {
        return thrown instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : thrown.getCause();
    }
}
