package dev.tributary.stage;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import dev.tributary.interaction.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail addresses and telephone numbers that somebody writes in a message. They are what the person declares, and prove
 * nothing: anybody can write anybody's number.
 *
 * <p>Words that are quoted from others are left out: lines after {@code >}, and all that follows a rule such as {@code -----
 * Original Message -----}. Numbers are found by libphonenumber's {@code findNumbers}, which takes none that is not valid.
 */
final class WrittenIdentifiers {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    /** Longer texts are documents: their beginning is looked at. */
    private static final int LONGEST = 20_000;

    private static final int MOST = 20;
    private static final int LEAST_DIGITS = 7;

    /** How many candidates for numbers are weighed in one text, so that a page of figures costs no minutes. */
    private static final long TRIES = 200;

    /** Bounded and possessive: linear in the text. A dot at the end belongs to the sentence. */
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}+@(?:[\\p{L}\\p{N}-]{1,63}+\\.){1,8}[\\p{L}\\p{N}-]{2,63}+");

    private static final Pattern QUOTE_FOLLOWS = Pattern.compile("\\s{0,8}[-_]{4,80}[^-_]{0,80}[-_]{0,80}\\s{0,8}");

    private WrittenIdentifiers() {}

    /** @param region two letters, for numbers without a country code; null where the source names none */
    static List<Identifier> in(@Nullable String text, @Nullable String region) {
        if (text == null || !mayHold(text)) {
            return List.of();
        }
        String own = ownWords(text.substring(0, Math.min(text.length(), LONGEST)));
        List<Identifier> found = new ArrayList<>();
        addEmails(own, found);
        addPhones(own, region, found);
        return found.stream().filter(Identifier::usable).distinct().limit(MOST).toList();
    }

    private static boolean mayHold(String text) {
        return text.indexOf('@') >= 0
                || text.chars().filter(Character::isDigit).limit(LEAST_DIGITS).count() == LEAST_DIGITS;
    }

    private static String ownWords(String text) {
        return text.lines()
                .takeWhile(line -> !QUOTE_FOLLOWS.matcher(line).matches())
                .filter(line -> !line.stripLeading().startsWith(">"))
                .collect(Collectors.joining("\n"));
    }

    private static void addEmails(String text, List<Identifier> found) {
        if (text.indexOf('@') >= 0) {
            for (Matcher email = EMAIL.matcher(text); email.find(); ) {
                found.add(Identifier.email(email.group()));
            }
        }
    }

    private static void addPhones(String text, @Nullable String region, List<Identifier> found) {
        for (PhoneNumberMatch number : PHONES.findNumbers(text, region, Leniency.VALID, TRIES)) {
            found.add(Identifier.phone(number.rawString(), region));
        }
    }
}
