package dev.tributary.extract;

import dev.tributary.definition.Auth;
import dev.tributary.run.FailureCode;
import dev.tributary.run.Home;
import dev.tributary.run.SecretFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The refresh tokens that providers gave in place of the declared ones, kept below the home folder in files that only our user
 * reads. Each file says by a hash from which declared token its own descends, so that a token that somebody declares anew
 * counts.
 */
@Component
class RefreshTokens {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int NAME = 32;

    private final SecretFolder folder;
    private final Placeholders placeholders;

    RefreshTokens(Home home, Placeholders placeholders) {
        this.folder = new SecretFolder(home.written().resolve("tokens"));
        this.placeholders = placeholders;
    }

    private record Kept(String of, String refreshToken) {}

    /**
     * The token to be sent now; empty where none is declared. When this returns, it lies in its file: so the next one will not
     * be asked for where it could not be kept.
     *
     * @throws SourceFailed where the folder cannot be read or written
     */
    Optional<String> of(Auth.OAuth2 oauth2) {
        if (oauth2.refreshToken() == null) {
            return Optional.empty();
        }
        String declared = placeholders.fill(oauth2.refreshToken());
        String now = kept(oauth2)
                .filter(kept -> kept.of().equals(sha256(declared)))
                .map(Kept::refreshToken)
                .orElse(declared);
        write(oauth2, new Kept(sha256(declared), now));
        return Optional.of(now);
    }

    /** Keeps the token that takes the place of the one that was sent. */
    void keep(Auth.OAuth2 oauth2, String refreshToken) {
        if (oauth2.refreshToken() != null) {
            write(oauth2, new Kept(sha256(placeholders.fill(oauth2.refreshToken())), refreshToken));
        }
    }

    private Optional<Kept> kept(Auth.OAuth2 oauth2) {
        Path file = folder.file(name(oauth2));
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), Kept.class))
                    : Optional.empty();
        } catch (IOException | JacksonException unreadable) {
            throw unusable("read", unreadable);
        }
    }

    private void write(Auth.OAuth2 oauth2, Kept kept) {
        try {
            folder.write(name(oauth2), JSON.writeValueAsBytes(kept));
        } catch (IOException unwritable) {
            throw unusable("written", unwritable);
        }
    }

    private static SourceFailed unusable(String what, Exception cause) {
        return new SourceFailed(
                FailureCode.FILE_UNAVAILABLE,
                "The refresh token below tokens/ of the home folder cannot be " + what + " ("
                        + cause.getClass().getSimpleName()
                        + "); see whether the disk is full and who owns the folder.");
    }

    private static String name(Auth.OAuth2 oauth2) {
        String client = oauth2.client() == null ? "" : oauth2.client().id();
        return sha256(oauth2.tokenUrl() + "\n" + client + "\n" + oauth2.refreshToken())
                        .substring(0, NAME)
                + ".json";
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
