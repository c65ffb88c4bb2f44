package dev.tributary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Addresses, numbers and handles, each with one that looks the same or is written another way. */
final class LookAlikePairs {

    enum Kind {
        EMAIL,
        PHONE,
        HANDLE
    }

    /** What makes them look alike, and what a steward reads of it. */
    enum Way {
        /** A letter of another script among Latin ones. */
        HOMOGLYPH("INVALID_IDENTIFIER", false),
        /** A character that shows nothing, or turns the direction. */
        HIDDEN("INVALID_IDENTIFIER", false),
        /** Every letter of another script: another address, and a valid one. */
        WHOLE_SCRIPT("NOT_IN_CRM", false),
        /** Latin letters and digits that look alike: another address, and a valid one. */
        TWIN("NOT_IN_CRM", false),
        /** Dots or a tag: it may be the same mailbox. */
        MAILBOX("NOT_IN_CRM", true),
        /** A letter or a digit of another system among the digits. */
        DIGITS("INVALID_IDENTIFIER", false),
        /** The same number but for its extension. */
        EXTENSION("NOT_IN_CRM", true),
        /** The same digits without the country code, or a mobile number as it was written once. */
        INCOMPLETE("INVALID_IDENTIFIER", true),
        /** A mobile number that is written in two ways, both of them valid. */
        TWO_WAYS("NOT_IN_CRM", true),
        /** Handles are compared as they are: the platform decides which there are. */
        OTHER_HANDLE("NOT_IN_CRM", false),
        /** Two spellings of one thing by the rules of its type: capitals, NFKC, IDNA, marks between the digits. */
        SPELLING("EVIDENCE", false);

        private final String reason;
        private final boolean mayBeReviewed;

        Way(String reason, boolean mayBeReviewed) {
            this.reason = reason;
            this.mayBeReviewed = mayBeReviewed;
        }

        /** Why it is unmatched, as {@code participant_match.reason} has it. */
        String reason() {
            return reason;
        }

        /** Whether a person may be asked instead. */
        boolean mayBeReviewed() {
            return mayBeReviewed;
        }
    }

    /** @param contact the contact's id, made of letters and digits */
    record Pair(String contact, Kind kind, Way way, String theirs, String alike) {

        /** Whether both are one, so that the link is right. */
        boolean same() {
            return way == Way.SPELLING;
        }
    }

    private static final String[] HIDDEN = {
        "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u034F", "\u115F", "\u3164", "\uFFA0",
        "\u200E", "\u200F", "\u202E", "\u202A", "\u2066", "\u180E", "\uFE0F", "\uDB40\uDC61", "\u2063", "\u00A0"
    };

    /** A Latin letter, and what passes for it: Cyrillic, Greek, Armenian, Cherokee and Lisu letters. */
    private static final String[] HOMOGLYPHS = {
        "aа", "eе", "oо", "pр", "cс", "xх", "yу", "iі", "sѕ", "jј", "hһ", "dԁ", "qԛ", "wԝ", "lӏ", "oο", "vν", "iι",
        "uυ", "pρ", "oօ", "nո", "uս", "hհ", "gց"
    };

    private static final String[][] WHOLE_SCRIPT = {
        {"apple", "аррӏе"}, {"scope", "ѕсоре"}, {"oasis", "оаѕіѕ"}, {"hope", "һоре"}, {"space", "ѕрасе"},
        {"epic", "еріс"}, {"copy", "сору"}, {"disco", "ԁіѕсо"}, {"shop", "ѕһор"}, {"alexa", "аӏеха"}
    };

    private static final String[][] TWINS = {
        {"m", "rn"},
        {"l", "1"},
        {"o", "0"},
        {"w", "vv"},
        {"d", "cl"},
        {"i", "l"},
        {"s", "5"},
        {"b", "6"},
        {"g", "9"},
        {"z", "2"}
    };

    private final List<Pair> pairs = new ArrayList<>();

    private LookAlikePairs() {}

    static List<Pair> all() {
        LookAlikePairs all = new LookAlikePairs();
        all.emails();
        all.phones();
        all.handles();
        all.spellings();
        return all.pairs;
    }

    private void emails() {
        for (int i = 0; i < HOMOGLYPHS.length; i++) {
            String latin = HOMOGLYPHS[i].substring(0, 1);
            String name = "mary" + latin + "ann" + i;
            pair(Kind.EMAIL, Way.HOMOGLYPH, name + "@mail.example", replaceFrom(name, 4, i) + "@mail.example");
        }
        for (int i = 0; i < 15; i++) {
            String domain = "bank" + HOMOGLYPHS[i].charAt(0) + i + ".example";
            pair(Kind.EMAIL, Way.HOMOGLYPH, "ann@" + domain, "ann@" + replaceFrom(domain, 4, i));
        }
        for (int i = 0; i < HIDDEN.length; i++) {
            pair(Kind.EMAIL, Way.HIDDEN, "in" + i + "side@mail.example", "in" + i + HIDDEN[i] + "side@mail.example");
            pair(Kind.EMAIL, Way.HIDDEN, "host" + i + "@mail.example", "host" + i + "@ma" + HIDDEN[i] + "il.example");
        }
        for (String[] word : WHOLE_SCRIPT) {
            pair(Kind.EMAIL, Way.WHOLE_SCRIPT, "ann@" + word[0] + ".example", "ann@" + word[1] + ".example");
        }
        for (int i = 0; i < TWINS.length; i++) {
            pair(
                    Kind.EMAIL,
                    Way.TWIN,
                    "ta" + TWINS[i][0] + i + "x@mail.example",
                    "ta" + TWINS[i][1] + i + "x@mail.example");
            pair(
                    Kind.EMAIL,
                    Way.TWIN,
                    "x@fir" + TWINS[i][0] + "a" + i + ".example",
                    "x@fir" + TWINS[i][1] + "a" + i + ".example");
        }
        for (int i = 0; i < 10; i++) {
            pair(Kind.EMAIL, Way.MAILBOX, "kim.lee" + i + "@gmail.com", "k.imlee" + i + "@gmail.com");
            pair(Kind.EMAIL, Way.MAILBOX, "tag" + i + "@mail.example", "tag" + i + "+shop@mail.example");
        }
        for (int i = 0; i < 5; i++) {
            pair(Kind.EMAIL, Way.TWIN, "ro.bin" + i + "@mail.example", "robin" + i + "@mail.example");
            pair(Kind.EMAIL, Way.MAILBOX, "sam" + i + "@gmail.com", "sam" + i + "@googlemail.com");
        }
    }

    private void phones() {
        for (int i = 10; i < 15; i++) {
            pair(Kind.PHONE, Way.DIGITS, "+49 30 231250" + i, "+49 30 23125O" + i);
            pair(Kind.PHONE, Way.DIGITS, "+49 30 231261" + i, "+49 30 2312l61" + i);
            pair(Kind.PHONE, Way.DIGITS, "+1 202 555 01" + i, "+1 202 555 01" + i + "O");
            pair(Kind.PHONE, Way.EXTENSION, "+1 202 555 0177 ext. " + i, "+1 202 555 0177 ext. 2" + i);
            pair(Kind.PHONE, Way.INCOMPLETE, "+1 415 555 01" + i, "(415) 555-01" + i);
            pair(Kind.PHONE, Way.INCOMPLETE, "+44 20 7946 01" + i, "020 7946 01" + i);
            pair(Kind.PHONE, Way.INCOMPLETE, "+52 55 1234 56" + i, "+52 1 55 1234 56" + i);
            pair(Kind.PHONE, Way.TWO_WAYS, "+54 9 11 8765 43" + i, "+54 11 8765 43" + i);
        }
    }

    private void handles() {
        for (int i = 0; i < 8; i++) {
            String name = "trail" + HOMOGLYPHS[i].charAt(0) + i;
            pair(Kind.HANDLE, Way.OTHER_HANDLE, name, replaceFrom(name, 5, i));
        }
        for (int i = 0; i < 6; i++) {
            pair(Kind.HANDLE, Way.OTHER_HANDLE, "river" + i, "river" + HIDDEN[i] + i);
            pair(Kind.HANDLE, Way.OTHER_HANDLE, "lake" + TWINS[i][0] + i, "lake" + TWINS[i][1] + i);
        }
    }

    private void spellings() {
        for (int i = 0; i < 10; i++) {
            pair(Kind.EMAIL, Way.SPELLING, "wide" + i + "@mail.example", fullwidth("wide" + i + "@mail.example"));
            pair(
                    Kind.EMAIL,
                    Way.SPELLING,
                    "capital" + i + "@mail.example",
                    ("Capital" + i + "@mail.example").toUpperCase(Locale.ROOT));
            pair(Kind.EMAIL, Way.SPELLING, "ann" + i + "@bücher.example", "ann" + i + "@xn--bcher-kva.example");
            pair(Kind.PHONE, Way.SPELLING, "+1 212 555 01" + (10 + i), fullwidth("+121255501" + (10 + i)));
        }
        for (int i = 0; i < 5; i++) {
            pair(Kind.EMAIL, Way.SPELLING, "zoë" + i + "@mail.example", "zoe\u0308" + i + "@mail.example");
            pair(
                    Kind.PHONE,
                    Way.SPELLING,
                    "+49 40 231250" + (10 + i),
                    "\u202Atel:+49-(0)40-231250" + (10 + i) + "\u202C");
            pair(Kind.HANDLE, Way.SPELLING, "hill" + i, "@Hill" + i);
            pair(Kind.HANDLE, Way.SPELLING, "café" + i, "cafe\u0301" + i);
        }
    }

    private void pair(Kind kind, Way way, String theirs, String alike) {
        pairs.add(new Pair("C" + (pairs.size() + 1), kind, way, theirs, alike));
    }

    /** The letter at this place, which is the first of the homoglyph's pair, by the second. */
    private static String replaceFrom(String text, int place, int homoglyph) {
        return text.substring(0, place) + HOMOGLYPHS[homoglyph].substring(1) + text.substring(place + 1);
    }

    private static String fullwidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(it -> wide.append((char) (it + 0xFEE0)));
        return wide.toString();
    }
}
