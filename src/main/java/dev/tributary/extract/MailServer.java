package dev.tributary.extract;

import dev.tributary.definition.ImapExtract;
import dev.tributary.definition.ImapExtract.Tls;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Connects to mailboxes. */
@Component
class MailServer {

    private final Placeholders placeholders;

    MailServer(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /** @throws SourceFailed where something that the definition names is not in the environment */
    MailConnection connect(ImapExtract imap) throws MessagingException {
        String user = placeholders.fill(imap.login().user());
        String secret = placeholders.fill(imap.login().secret());
        String protocol = imap.tls() == Tls.ALWAYS ? "imaps" : "imap";
        Store store =
                Session.getInstance(properties(imap, "mail." + protocol + ".")).getStore(protocol);
        store.connect(placeholders.fill(imap.host()), imap.port(), user, secret);
        return new MailConnection(store);
    }

    private static Properties properties(ImapExtract imap, String prefix) {
        Properties properties = new Properties();
        String timeout = String.valueOf(imap.timeout().toMillis());
        properties.put(prefix + "connectiontimeout", timeout);
        properties.put(prefix + "timeout", timeout);
        properties.put(prefix + "writetimeout", timeout);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.enable", String.valueOf(imap.tls() == Tls.STARTTLS));
        properties.put(prefix + "starttls.required", String.valueOf(imap.tls() == Tls.STARTTLS));
        if (imap.login().token()) {
            properties.put(prefix + "auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }
}
