package dev.tributary.resolve;

import dev.tributary.interaction.EmailAddress;
import dev.tributary.match.Field;
import dev.tributary.match.Profile;
import dev.tributary.match.Term;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.commons.codec.language.Soundex;
import org.jspecify.annotations.Nullable;

/** Under which keys a person is looked up: two who have one in common are compared. */
final class Keys {

    /** What a key is made of. */
    enum Kind {
        EMAIL(Field.EMAIL),
        PHONE(Field.PHONE),
        HANDLE(Field.HANDLE),
        ID(Field.ID),
        NUMBER(Field.NUMBER),
        NAMES(Field.NAME, Field.GIVEN, Field.FAMILY),
        BIRTH(Field.BIRTH),
        FAMILY_AND_YEAR(Field.NAME, Field.FAMILY, Field.BIRTH),
        GIVEN_AND_MONTH(Field.NAME, Field.GIVEN, Field.BIRTH),
        STREET(Field.STREET),
        FAMILY_AND_POSTCODE(Field.NAME, Field.FAMILY, Field.POSTCODE),
        GIVEN_AND_POSTCODE(Field.NAME, Field.GIVEN, Field.POSTCODE),
        FAMILY_AND_HOUSE(Field.NAME, Field.FAMILY, Field.STREET),
        GIVEN_AND_HOUSE(Field.NAME, Field.GIVEN, Field.STREET),
        POSTCODE_AND_HOUSE(Field.POSTCODE, Field.STREET),
        COMPANY(Field.COMPANY),
        COMPANY_AND_HOUSE(Field.COMPANY, Field.STREET);

        private static final Kind[] ALL = values();

        private final Set<Field> fields;

        Kind(Field first, Field... others) {
            fields = EnumSet.of(first, others);
        }

        /** The fields in which people with such a key in common agree anyway. */
        Set<Field> fields() {
            return fields;
        }

        static int count() {
            return ALL.length;
        }

        static Kind at(int ordinal) {
            return ALL[ordinal];
        }
    }

    /** By what blocks that are too large are split, one after the other. */
    static final int SPLITS = 5;

    private static final int LAST_DIGITS = 8;
    private static final Soundex SOUNDEX = new Soundex();

    private final Profile profile;
    private final LongConsumer keys;

    private Keys(Profile profile, LongConsumer keys) {
        this.profile = profile;
        this.keys = keys;
    }

    /** All keys of a person; the kind of a key is told by {@link #kind}. */
    static void of(Profile profile, LongConsumer keys) {
        new Keys(profile, keys).all();
    }

    static Kind kind(long key) {
        return Kind.at((int) (key & 0x1F));
    }

    /** The key with one more thing that those who stay together must share. */
    static long split(long key, Profile profile, int by) {
        long part = switch (by) {
            case 0 -> sound(last(profile.first(Field.FAMILY)));
            case 1 -> sound(first(profile.first(Field.GIVEN)));
            case 2 -> prefix(text(profile.first(Field.POSTCODE)), 4);
            case 3 -> house(profile);
            default -> hash(text(profile.first(Field.BIRTH)));
        };
        return key(kind(key), mix(key, part + 1));
    }

    private void all() {
        for (Term email : profile.terms(Field.EMAIL)) {
            add(Kind.EMAIL, hash(new EmailAddress(email.text()).loose()));
        }
        for (Term phone : profile.terms(Field.PHONE)) {
            add(Kind.PHONE, hash(lastDigits(phone.text())));
        }
        exact(Kind.HANDLE, Field.HANDLE);
        exact(Kind.ID, Field.ID);
        exact(Kind.NUMBER, Field.NUMBER);
        long family = sound(last(profile.first(Field.FAMILY)));
        long given = sound(first(profile.first(Field.GIVEN)));
        long postcode = hash(text(profile.first(Field.POSTCODE)));
        long house = house(profile);
        Term name = profile.first(Field.NAME);
        if (family != 0 && given != 0) {
            add(Kind.NAMES, mix(Math.min(family, given), Math.max(family, given)));
        } else if (name != null) {
            add(Kind.NAMES, hash(name.text()));
        }
        Term birth = profile.first(Field.BIRTH);
        if (birth != null) {
            add(Kind.BIRTH, hash(birth.text()));
            pair(Kind.FAMILY_AND_YEAR, family, hash(birth.text().substring(0, 4)));
            pair(Kind.GIVEN_AND_MONTH, given, hash(birth.text().substring(4)));
        }
        pair(Kind.STREET, house, street(profile));
        pair(Kind.FAMILY_AND_POSTCODE, family, postcode);
        pair(Kind.GIVEN_AND_POSTCODE, given, postcode);
        pair(Kind.FAMILY_AND_HOUSE, family, house);
        pair(Kind.GIVEN_AND_HOUSE, given, house == 0 ? 0 : mix(house, street(profile)));
        pair(Kind.POSTCODE_AND_HOUSE, postcode, house);
        for (Term company : profile.terms(Field.COMPANY)) {
            String[] words = company.text().split(" ");
            long first = prefix(words[0], 5);
            add(Kind.COMPANY, words.length > 1 ? mix(first, prefix(words[1], 5)) : first);
            pair(Kind.COMPANY_AND_HOUSE, first, house);
        }
    }

    private void exact(Kind kind, Field field) {
        for (Term term : profile.terms(field)) {
            add(kind, hash(term.text()));
        }
    }

    private void pair(Kind kind, long one, long other) {
        if (one != 0 && other != 0) {
            add(kind, mix(one, other));
        }
    }

    private void add(Kind kind, long hash) {
        keys.accept(key(kind, hash));
    }

    private static long key(Kind kind, long hash) {
        return hash & ~0x1FL & Long.MAX_VALUE | kind.ordinal();
    }

    private static String text(@Nullable Term term) {
        return term == null ? "" : term.text();
    }

    private static String first(@Nullable Term term) {
        String text = text(term);
        int end = text.indexOf(' ');
        return end < 0 ? text : text.substring(0, end);
    }

    private static String last(@Nullable Term term) {
        String text = text(term);
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    private static String lastDigits(String phone) {
        int end = phone.indexOf(';');
        String line = end < 0 ? phone : phone.substring(0, end);
        return line.substring(Math.max(0, line.length() - LAST_DIGITS));
    }

    /** The first number of the street; 0 where there is none. */
    private static long house(Profile profile) {
        String street = text(profile.first(Field.STREET));
        for (int i = 0; i < street.length(); i++) {
            if (street.charAt(i) >= '0' && street.charAt(i) <= '9' && (i == 0 || street.charAt(i - 1) == ' ')) {
                int end = street.indexOf(' ', i);
                return hash(street.substring(i, end < 0 ? street.length() : end));
            }
        }
        return 0;
    }

    /** The first word of the street that is longer than a point of the compass; 0 where there is none. */
    private static long street(Profile profile) {
        for (String word : text(profile.first(Field.STREET)).split(" ")) {
            if (word.length() > 2 && Character.isLetter(word.charAt(0))) {
                return sound(word);
            }
        }
        return 0;
    }

    /** How a word of Latin letters sounds; of others its first two characters. 0 where there is none. */
    private static long sound(String word) {
        if (word.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return prefix(word, 2);
            }
        }
        return hash(SOUNDEX.encode(word));
    }

    private static long prefix(String text, int length) {
        return hash(text.length() <= length ? text : text.substring(0, length));
    }

    /** Never 0 but for the empty text. */
    private static long hash(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash == 0 && !text.isEmpty() ? 1 : hash;
    }

    private static long mix(long one, long other) {
        long mixed = (one * 0x9E3779B97F4A7C15L ^ other) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 31;
    }
}
