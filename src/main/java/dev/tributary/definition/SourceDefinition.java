package dev.tributary.definition;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source as {@code jobs/sources/*.yaml} declares it.
 *
 * @param source its name: {@code [a-z0-9][a-z0-9-]{0,62}}
 * @param own the account whose messages the source gives
 * @param accounts our accounts on other channels whose messages the source reports, by the names that its payloads give them
 * @param defaultRegion the ISO 3166 region of phone numbers without a country code; null where there are none such
 * @param zone of times without an offset
 * @param extract where the source's records come from
 * @param poll how often the source is read between the nights; null where it is not
 * @param mapping the name of the mapping that turns its payloads into canonical records
 * @param options what the mapping has to know beside the payload and cannot see in it, such as the order of day and month
 */
public record SourceDefinition(
        String source,
        OwnAccount own,
        Map<String, OwnAccount> accounts,
        @Nullable String defaultRegion,
        ZoneId zone,
        Extract extract,
        @Nullable Duration poll,
        String mapping,
        Map<String, String> options) {

    public SourceDefinition {
        Name.check(source);
        options = Map.copyOf(options);
        accounts = Map.copyOf(accounts);
    }

    /** A source that reports messages of one account only, to a mapping without options. */
    public SourceDefinition(
            String source,
            String channel,
            String account,
            @Nullable String defaultRegion,
            ZoneId zone,
            IdScope idScope,
            Extract extract,
            String mapping) {
        this(
                source,
                new OwnAccount(channel, account, idScope),
                Map.of(),
                defaultRegion,
                zone,
                extract,
                null,
                mapping,
                Map.of());
    }

    /** The same source, that leaves its files where they lie. */
    SourceDefinition leavingFiles() {
        Extract leaving = extract;
        if (extract instanceof FileExtract files) {
            leaving = new FileExtract(files.path(), true, files.options());
        } else if (extract instanceof SftpExtract sftp) {
            leaving = new SftpExtract(
                    sftp.host(),
                    sftp.port(),
                    sftp.path(),
                    sftp.user(),
                    sftp.login(),
                    sftp.trust(),
                    true,
                    sftp.options());
        }
        return new SourceDefinition(source, own, accounts, defaultRegion, zone, leaving, poll, mapping, options);
    }

    /** Whether asking the source uses up a token that the provider replaces: whoever asks must keep the next one. */
    public boolean usesUpItsToken() {
        return extract instanceof HttpExtract http
                && http.auth() instanceof Auth.OAuth2 oauth2
                && oauth2.refreshToken() != null;
    }

    public String channel() {
        return own.channel();
    }

    public String account() {
        return own.account();
    }

    public IdScope idScope() {
        return own.idScope();
    }

    /**
     * The source as it reports the messages of one account.
     *
     * @param name among {@code accounts}; null for the source's own. One that is not declared is kept apart from all others,
     *     for its ids mean nothing elsewhere.
     */
    public SourceDefinition on(@Nullable String name) {
        return name == null
                ? this
                : new SourceDefinition(
                        source,
                        accounts.getOrDefault(name, own.beside(name)),
                        accounts,
                        defaultRegion,
                        zone,
                        extract,
                        poll,
                        mapping,
                        options);
    }
}
