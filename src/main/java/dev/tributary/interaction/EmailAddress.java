package dev.tributary.interaction;

import com.ibm.icu.text.IDNA;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address in its canonical form: NFKC, lower-case, the domain in ASCII by UTS 46. {@code +tag} and dots stay, for only
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

    /**
     * UTS 46, not transitional: ß and the final sigma are letters of their own, as all browsers take them. By the older IDNA of
     * 2003 faß.example would be its neighbour fass.example.
     */
    private static final IDNA DOMAINS = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ);

    private static final Set<IDNA.Error> ALLOWED_ERRORS = EnumSet.of(IDNA.Error.HYPHEN_3_4);

    private static final String GMAIL = "gmail.com";

    /** The names that a provider itself says stand for one mailbox; see {@link #loose()}. */
    private static final Map<String, String> ONE_PROVIDER = Map.ofEntries(
            Map.entry("googlemail.com", GMAIL),
            Map.entry("me.com", "icloud.com"),
            Map.entry("mac.com", "icloud.com"),
            Map.entry("ya.ru", "yandex.ru"),
            Map.entry("yandex.com", "yandex.ru"),
            Map.entry("yandex.by", "yandex.ru"),
            Map.entry("yandex.kz", "yandex.ru"),
            Map.entry("yandex.ua", "yandex.ru"));

    /** The canonical form, or empty where the text is no address that a person could be recognised by. */
    public static Optional<EmailAddress> parse(@Nullable String raw) {
        if (raw == null || raw.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        String bare = unwrapped(raw.strip());
        boolean isPlain = isAscii(bare);
        String normal = (isPlain ? bare : Normalizer.normalize(bare, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
        int at = normal.lastIndexOf('@');
        // what is hidden may be gone after normalising; a micro sign belongs to no script until it becomes a Greek
        // letter; in ASCII there are only control characters, which no address has
        boolean deceives = !isPlain && (Deception.isIn(bare) || Deception.isIn(normal));
        if (at < 1 || at == normal.length() - 1 || deceives) {
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

    /** The domain in ASCII, lower-case; the empty text where it is no domain, or deceives in its Unicode form. */
    private static String asciiDomain(String domain) {
        String withoutRootDot = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        boolean plain = isAscii(withoutRootDot) && !withoutRootDot.contains("xn--");
        return plain ? withoutRootDot : international(withoutRootDot);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static String international(String domain) {
        IDNA.Info info = new IDNA.Info();
        String ascii = DOMAINS.nameToASCII(domain, new StringBuilder(), info).toString();
        String unicode = DOMAINS.nameToUnicode(ascii, new StringBuilder(), new IDNA.Info())
                .toString();
        boolean isOne = ALLOWED_ERRORS.containsAll(info.getErrors()) && !Deception.isIn(unicode);
        return isOne ? ascii.toLowerCase(Locale.ROOT) : "";
    }

    public String localPart() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /**
     * A key for look-up: equal for addresses that may well be one mailbox. Two people may share it, so it is weaker evidence than
     * the address, and never stands in its place.
     *
     * <ul>
     *   <li>without {@code +tag}, which most providers deliver to the mailbox before it (RFC 5233)
     *   <li>Gmail without dots, googlemail.com as gmail.com (support.google.com/mail/answer/7436150 and /10313)
     *   <li>me.com and mac.com as icloud.com (support.apple.com/118230)
     *   <li>Yandex's names as yandex.ru (yandex.com/support/domain/additional/mailbox-alias.xml)
     * </ul>
     */
    public String loose() {
        String domain = ONE_PROVIDER.getOrDefault(domain(), domain());
        String local = localPart();
        int tag = local.indexOf('+');
        String mailbox = tag > 0 ? local.substring(0, tag) : local;
        return (domain.equals(GMAIL) ? mailbox.replace(".", "") : mailbox) + "@" + domain;
    }

    /** {@code a***@e***}: enough to recognise, too little to learn. */
    @Override
    public String toString() {
        return value.charAt(0) + "***@" + domain().charAt(0) + "***";
    }
}
