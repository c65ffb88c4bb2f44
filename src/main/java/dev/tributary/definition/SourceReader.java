package dev.tributary.definition;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.tributary.decode.LinePatterns;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one file of {@code jobs/sources/}. */
final class SourceReader {

    private static final List<String> KINDS = List.of("file", "http", "imap", "feed", "sftp", "webhook");

    private final Collection<String> mappings;
    private final Map<String, LinePatterns> lines;

    /** @param lines how the records of text files begin, by the mapping that is made for them */
    SourceReader(Collection<String> mappings, Map<String, LinePatterns> lines) {
        this.mappings = mappings;
        this.lines = lines;
    }

    /** The source; empty where anything about it is wrong, which is then noted. */
    Optional<SourceDefinition> read(Section file) {
        int before = file.problemsSoFar();
        String source = Name.declared(file, "source");
        Optional<OwnAccount> own = account(file);
        Map<String, OwnAccount> accounts =
                file.section("accounts").map(SourceReader::accounts).orElse(Map.of());
        Optional<String> region = region(file);
        ZoneId zone = file.parsed("zone", "Europe/Berlin", ZoneId::of, "use a zone such as Europe/Berlin or UTC")
                .orElse(ZoneOffset.UTC);
        Optional<Section> section = extract(file);
        Duration poll = section.flatMap(SourceReader::poll).orElse(null);
        Optional<Extract> extract =
                section.flatMap(it -> ofItsKind(it, lines.getOrDefault(file.peek("mapping"), LinePatterns.NONE)));
        String mapping = file.oneOf("mapping", mappings);
        Map<String, String> options = file.section("options").map(Section::all).orElse(Map.of());
        file.refuseOthers();
        return file.problemsSoFar() > before || own.isEmpty() || extract.isEmpty()
                ? Optional.empty()
                : Optional.of(new SourceDefinition(
                        source, own.get(), accounts, region.orElse(null), zone, extract.get(), poll, mapping, options));
    }

    private static Map<String, OwnAccount> accounts(Section accounts) {
        Map<String, OwnAccount> read = new LinkedHashMap<>();
        accounts.keys()
                .forEach(name -> accounts.section(name).ifPresent(one -> {
                    account(one).ifPresent(account -> read.put(name, account));
                    one.refuseOthers();
                }));
        return read;
    }

    private static Optional<OwnAccount> account(Section section) {
        int before = section.problemsSoFar();
        String channel = Name.declared(section, "channel");
        String account = section.text("account", "\"@acme\"");
        expectAtMost(OwnAccount.LONGEST_CHANNEL, section, "channel", channel);
        expectAtMost(OwnAccount.LONGEST, section, "account", account);
        IdScope scope = section.has("idScope")
                        && section.oneOf("idScope", List.of("account", "channel"))
                                .equals("channel")
                ? IdScope.CHANNEL
                : IdScope.ACCOUNT;
        return section.problemsSoFar() > before
                ? Optional.empty()
                : Optional.of(new OwnAccount(channel, account, scope));
    }

    private static void expectAtMost(int longest, Section section, String key, String text) {
        if (text.length() > longest) {
            section.problem(key, "has " + text.length() + " characters", "use at most " + longest + " characters");
        }
    }

    private static Optional<String> region(Section file) {
        Optional<String> region = file.optional("defaultRegion", "US");
        if (region.isPresent()
                && !PhoneNumberUtil.getInstance().getSupportedRegions().contains(region.get())) {
            file.problem(
                    "defaultRegion",
                    "'" + region.get() + "' is no region",
                    "use the two capital letters of ISO 3166, such as US, DE or BR");
        }
        return region;
    }

    private static Optional<Section> extract(Section file) {
        Optional<Section> section = file.section("extract");
        if (section.isEmpty() && !file.has("extract")) {
            file.problem("extract", "is missing", "say where the records come from: extract: { kind: file, path: … }");
        }
        return section;
    }

    /** What is pushed comes by itself, so that the key is none there. */
    private static Optional<Duration> poll(Section extract) {
        return extract.peek("kind").equals(WebhookExtract.KIND)
                ? Optional.empty()
                : extract.parsed("poll", "15m", SourceReader::poll, "write how often, from 1m to 24h, such as 15m");
    }

    /** @throws RuntimeException where it is no span, or one that nobody should wait for */
    private static Duration poll(String text) {
        Duration poll = Durations.positive(text);
        if (poll.compareTo(Duration.ofMinutes(1)) < 0 || poll.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("too often, or too seldom");
        }
        return poll;
    }

    /** Of an unknown kind nothing more can be said: which keys are right depends on it. */
    private static Optional<Extract> ofItsKind(Section extract, LinePatterns lines) {
        return switch (extract.oneOf("kind", KINDS)) {
            case "file" -> Optional.of(FileReader.read(extract, lines));
            case "http" -> Optional.of(HttpReader.read(extract));
            case "sftp" -> Optional.of(SftpReader.read(extract, lines));
            case WebhookExtract.KIND -> WebhookReader.read(extract);
            case "feed" -> Optional.of(FeedReader.read(extract));
            case "imap" -> Optional.of(ImapReader.read(extract));
            default -> Optional.empty();
        };
    }
}
