package dev.tributary.access;

import dev.tributary.run.Home;
import dev.tributary.run.SecretFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tickets for the timeline of one contact inside a page of the CRM, where no cookie of ours is sent. A ticket names the contact, the
 * one who looks and when it ends, and is sealed with a key that lies in the home folder. Thread-safe.
 */
@Component
public class EmbedTickets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String KEY_FILE = "embed.key";
    private static final int KEY_BYTES = 32;
    private static final Duration TO_OPEN = Duration.ofMinutes(5);
    private static final Duration TO_READ = Duration.ofMinutes(30);
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretFolder folder;
    private final Clock clock;
    private byte @Nullable [] key;

    EmbedTickets(Home home, Clock clock) {
        this.folder = new SecretFolder(home.path().resolve("access"));
        this.clock = clock;
    }

    private enum Use {
        OPEN,
        READ
    }

    /**
     * What a ticket lets its bearer do.
     *
     * @param next the ticket for the page's own links and parts: it is good for half an hour from the opening
     */
    record Admitted(String viewer, String next) {}

    /**
     * A ticket that opens the page of one contact within five minutes; {@code /embed/contacts/ID?ticket=…}.
     *
     * @param contact the id that stands in the path, decoded
     * @param viewer on whose behalf, for the audit trail
     */
    public String issue(String contact, String viewer) {
        return sealed(Use.OPEN, contact, viewer, clock.instant().plus(TO_OPEN));
    }

    /** What a ticket admits to the page of a contact; empty where it is none, has ended, or is another contact's. */
    Optional<Admitted> admit(String ticket, String contact) {
        String[] halves = ticket.split("\\.", -1);
        if (halves.length != 2 || !isOurs(halves[0], halves[1])) {
            return Optional.empty();
        }
        String[] parts = new String(Base64.getUrlDecoder().decode(halves[0]), StandardCharsets.UTF_8).split("\n", -1);
        Instant until = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        if (!parts[2].equals(contact) || !clock.instant().isBefore(until)) {
            return Optional.empty();
        }
        String next = Use.valueOf(parts[0]) == Use.READ
                ? ticket
                : sealed(Use.READ, contact, parts[3], clock.instant().plus(TO_READ));
        return Optional.of(new Admitted(parts[3], next));
    }

    private String sealed(Use use, String contact, String viewer, Instant until) {
        if (contact.contains("\n") || viewer.contains("\n")) {
            throw new IllegalArgumentException("neither an id nor a name has two lines");
        }
        String content = String.join("\n", use.name(), String.valueOf(until.getEpochSecond()), contact, viewer);
        String written = ENCODER.encodeToString(content.getBytes(StandardCharsets.UTF_8));
        return written + "." + ENCODER.encodeToString(seal(written));
    }

    private boolean isOurs(String content, String seal) {
        return MessageDigest.isEqual(
                ENCODER.encodeToString(seal(content)).getBytes(StandardCharsets.UTF_8),
                seal.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] seal(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Made where it is first needed. Nodes that share the work share the file as well. */
    private synchronized byte[] key() {
        if (key == null) {
            try {
                if (!Files.exists(folder.file(KEY_FILE))) {
                    byte[] random = new byte[KEY_BYTES];
                    new SecureRandom().nextBytes(random);
                    folder.write(KEY_FILE, random);
                }
                key = Files.readAllBytes(folder.file(KEY_FILE));
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            }
        }
        return key;
    }
}
