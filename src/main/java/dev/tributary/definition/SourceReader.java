package dev.tributary.definition;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one file of {@code jobs/sources/}. */
final class SourceReader {

    private static final List<String> KINDS = List.of("file", "http", "feed", "imap");

    private final Collection<String> mappings;

    SourceReader(Collection<String> mappings) {
        this.mappings = mappings;
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
        Optional<Extract> extract = extract(file);
        String mapping = file.oneOf("mapping", mappings);
        file.refuseOthers();
        return file.problemsSoFar() > before || own.isEmpty() || extract.isEmpty()
                ? Optional.empty()
                : Optional.of(new SourceDefinition(
                        source, own.get(), accounts, region.orElse(null), zone, extract.get(), mapping));
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
        if (account.length() > OwnAccount.LONGEST) {
            section.problem(
                    "account",
                    "has " + account.length() + " characters",
                    "use at most " + OwnAccount.LONGEST + " characters");
        }
        IdScope scope = section.has("idScope")
                        && section.oneOf("idScope", List.of("account", "channel"))
                                .equals("channel")
                ? IdScope.CHANNEL
                : IdScope.ACCOUNT;
        return section.problemsSoFar() > before
                ? Optional.empty()
                : Optional.of(new OwnAccount(channel, account, scope));
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

    private static Optional<Extract> extract(Section file) {
        Optional<Section> section = file.section("extract");
        if (section.isEmpty() && !file.has("extract")) {
            file.problem("extract", "is missing", "say where the records come from: extract: { kind: file, path: … }");
        }
        return section.flatMap(SourceReader::ofItsKind);
    }

    /** Of an unknown kind nothing more can be said: which keys are right depends on it. */
    private static Optional<Extract> ofItsKind(Section extract) {
        return switch (extract.oneOf("kind", KINDS)) {
            case "file" -> Optional.of(FileReader.read(extract));
            case "http" -> Optional.of(HttpReader.read(extract));
            case "feed" -> Optional.of(FeedReader.read(extract));
            case "imap" -> Optional.of(ImapReader.read(extract));
            default -> Optional.empty();
        };
    }
}
