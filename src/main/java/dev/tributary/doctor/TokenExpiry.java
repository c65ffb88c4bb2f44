package dev.tributary.doctor;

import dev.tributary.definition.Auth;
import dev.tributary.definition.FeedExtract;
import dev.tributary.definition.HttpExtract;
import dev.tributary.definition.ImapExtract;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.extract.Placeholders;
import dev.tributary.extract.SourceFailed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long the tokens hold by which the sources let us in, as far as they say it themselves. */
final class TokenExpiry implements Look {

    private final Defined defined;
    private final Placeholders placeholders;
    private final Clock clock;

    TokenExpiry(Defined defined, Placeholders placeholders, Clock clock) {
        this.defined = defined;
        this.placeholders = placeholders;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        defined.sources().stream()
                .flatMap(TokenExpiry::tokens)
                .flatMap(text -> Placeholders.in(text).stream())
                .distinct()
                .sorted()
                .forEach(token -> expiry(token)
                        .ifPresentOrElse(end -> findings.add(holds(token, end)), () -> silent.add(name(token))));
        if (!silent.isEmpty()) {
            findings.add(Finding.unknown(
                    "until when they hold, only their providers know: " + String.join(", ", silent),
                    "Note in a calendar what their consoles say; --online tells whether they hold today."));
        }
        return findings.isEmpty() ? List.of(Finding.good("the sources of the jobs use none")) : findings;
    }

    private Finding holds(String token, Instant end) {
        return Expiry.of(
                name(token),
                end,
                clock.instant(),
                "Let its provider grant a new one, and set " + name(token) + " to it.");
    }

    private Optional<Instant> expiry(String token) {
        try {
            return BearerClaims.expiry(placeholders.fill(token));
        } catch (SourceFailed missing) {
            return Optional.empty();
        }
    }

    private static String name(String placeholder) {
        return placeholder.replaceAll("^\\$\\{|(:.*)?}$", "");
    }

    /** The texts that hold what opens a source for a while. */
    private static Stream<String> tokens(SourceDefinition source) {
        if (source.extract() instanceof HttpExtract http) {
            return tokens(http);
        }
        if (source.extract() instanceof FeedExtract feed) {
            return tokens(feed.http());
        }
        return source.extract() instanceof ImapExtract imap && imap.login().token()
                ? Stream.of(imap.login().secret())
                : Stream.empty();
    }

    private static Stream<String> tokens(HttpExtract http) {
        return Stream.of(
                        token(http.auth()).stream(),
                        http.call().headers().values().stream(),
                        http.call().params().entrySet().stream()
                                .filter(it -> it.getKey().matches("(?i).*(token|key).*"))
                                .map(it -> it.getValue()))
                .flatMap(it -> it);
    }

    private static Optional<String> token(@Nullable Auth auth) {
        if (auth instanceof Auth.Bearer bearer) {
            return Optional.of(bearer.token());
        }
        if (auth instanceof Auth.Header header) {
            return Optional.of(header.value());
        }
        return auth instanceof Auth.OAuth2 oauth2 ? Optional.ofNullable(oauth2.refreshToken()) : Optional.empty();
    }
}
