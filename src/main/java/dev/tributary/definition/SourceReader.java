package dev.tributary.definition;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads one file of {@code jobs/sources/}. */
final class SourceReader {

    private static final List<String> KINDS = List.of("file", "http");

    private final Collection<String> mappings;

    SourceReader(Collection<String> mappings) {
        this.mappings = mappings;
    }

    /** The source; empty where anything about it is wrong, which is then noted. */
    Optional<SourceDefinition> read(Section file) {
        int before = file.problemsSoFar();
        String source = Name.declared(file, "source");
        String channel = Name.declared(file, "channel");
        String account = account(file);
        Optional<String> region = region(file);
        ZoneId zone = file.parsed("zone", "Europe/Berlin", ZoneId::of, "use a zone such as Europe/Berlin or UTC")
                .orElse(ZoneOffset.UTC);
        IdScope scope = file.has("idScope")
                        && file.oneOf("idScope", List.of("account", "channel")).equals("channel")
                ? IdScope.CHANNEL
                : IdScope.ACCOUNT;
        Optional<Extract> extract = extract(file);
        String mapping = file.oneOf("mapping", mappings);
        file.refuseOthers();
        return file.problemsSoFar() > before || extract.isEmpty()
                ? Optional.empty()
                : Optional.of(new SourceDefinition(
                        source, channel, account, region.orElse(null), zone, scope, extract.get(), mapping));
    }

    private static String account(Section file) {
        String account = file.text("account", "\"@acme\"");
        if (account.length() > SourceDefinition.ACCOUNT) {
            file.problem(
                    "account",
                    "has " + account.length() + " characters",
                    "use at most " + SourceDefinition.ACCOUNT + " characters");
        }
        return account;
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
            default -> Optional.empty();
        };
    }
}
