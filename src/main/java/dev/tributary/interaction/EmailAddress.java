package dev.tributary.interaction;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address in its canonical form: NFKC, lower-case, the domain in IDNA ASCII. {@code +tag} and dots stay, for only
 * some providers ignore them.
 *
 * <p>Addresses with control, bidirectional or invisible characters, or with letters of several scripts in one label (a Cyrillic
 * а in paypal), are no addresses: they are how one person passes for another.
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    /** Atoms of RFC 5322 with the letters of RFC 6531, dots between them. */
    private static final Pattern LOCAL_PART = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]++(?:\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]++)*+");

    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    /** The canonical form, or empty where the text is no address that a person could be recognised by. */
    public static Optional<EmailAddress> parse(@Nullable String raw) {
        if (raw == null || raw.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        String bare = unwrapped(raw.strip());
        String normal = Normalizer.normalize(bare, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int at = normal.lastIndexOf('@');
        // a micro sign belongs to no script until it becomes a Greek letter
        if (at < 1 || at == normal.length() - 1 || Deception.isIn(bare) || Deception.isIn(normal)) {
            return Optional.empty();
        }
        String local = normal.substring(0, at);
        String domain = asciiDomain(normal.substring(at + 1));
        String canonical = local + "@" + domain;
        boolean wellFormed = local.length() <= LONGEST_LOCAL_PART
                && canonical.length() <= LONGEST
                && LOCAL_PART.matcher(local).matches()
                && DOMAIN.matcher(domain).matches();
        return wellFormed ? Optional.of(new EmailAddress(canonical)) : Optional.empty();
    }

    private static String unwrapped(String text) {
        String address = text.regionMatches(true, 0, "mailto:", 0, 7) ? text.substring(7) : text;
        return address.startsWith("<") && address.endsWith(">") ? address.substring(1, address.length() - 1) : address;
    }

    /** The domain in IDNA ASCII, lower-case; the empty text where it is no domain. */
    private static String asciiDomain(String domain) {
        String withoutRootDot = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        try {
            return IDN.toASCII(withoutRootDot, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noDomain) {
            return "";
        }
    }

    public String localPart() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** {@code a***@e***}: enough to recognise, too little to learn. */
    @Override
    public String toString() {
        return value.charAt(0) + "***@" + domain().charAt(0) + "***";
    }
}
