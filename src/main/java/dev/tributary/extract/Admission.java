package dev.tributary.extract;

import dev.tributary.definition.FeedExtract;
import dev.tributary.definition.HttpExtract;
import dev.tributary.definition.ImapExtract;
import dev.tributary.definition.SftpExtract;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.run.Home;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Asks sources whether they let us in: web APIs and feeds for one page, servers of files and mails for the login alone. As in a {@link
 * Trial} no cursor moves and nothing is deleted; it waits little, and needs no database. Not thread-safe.
 */
public final class Admission implements AutoCloseable {

    private static final Map<String, Object> IN_HASTE = Map.of(
            "tributary.extract.first-retry", "100ms",
            "tributary.extract.slowest-retry", "500ms",
            "tributary.extract.longest-wait", "1s");

    private final ConfigurableApplicationContext application;

    private Admission(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /**
     * @param settings go before the environment's
     * @param scratch where pages are kept; the caller deletes it
     */
    public static Admission open(Home home, Map<String, Object> settings, Path scratch) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(IN_HASTE);
        return new Admission(Trial.started(home, all, new TrialLanding(scratch)));
    }

    /** Whether a source is one that lets somebody in; files of this machine and what is pushed to us are not. */
    public static boolean concerns(SourceDefinition source) {
        return source.extract() instanceof HttpExtract
                || source.extract() instanceof FeedExtract
                || source.extract() instanceof SftpExtract
                || source.extract() instanceof ImapExtract;
    }

    /** What came of asking; complete where we were let in. */
    public ExtractResult of(SourceDefinition source) {
        SourceRun run = SourceRun.ofOnePage(source, Trial.NO_RUN);
        try {
            if (source.extract() instanceof SftpExtract sftp) {
                logIn(sftp);
            } else if (source.extract() instanceof ImapExtract imap) {
                logIn(run, imap);
            } else {
                return application.getBean(Extractor.class).extract(run);
            }
        } catch (SourceFailed refused) {
            run.failed(refused);
        }
        return run.result();
    }

    private void logIn(SftpExtract sftp) {
        try (SftpConnection connection =
                application.getBean(SftpConnections.class).open(sftp)) {
            connection.client();
        } catch (IOException closed) {
            // It let us in, and hung up first.
        }
    }

    private void logIn(SourceRun run, ImapExtract imap) {
        try {
            application.getBean(MailServer.class).connect(imap).close();
        } catch (MessagingException refused) {
            throw MailFailures.of(application.getBean(Mails.class).walk(run), refused);
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
