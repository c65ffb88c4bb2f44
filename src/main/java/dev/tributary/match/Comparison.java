package dev.tributary.match;

/** Two people against each other, field by field. */
public final class Comparison {

    @FunctionalInterface
    private interface Test {
        Agreement of(Term one, Term other);
    }

    private static final Test[] TESTS = tests();

    private Comparison() {}

    private static Test[] tests() {
        Test[] tests = new Test[Field.all().length];
        for (Field field : Field.all()) {
            tests[field.ordinal()] = test(field);
        }
        return tests;
    }

    private static Test test(Field field) {
        return switch (field) {
            case EMAIL -> (one, other) -> Emails.compare(one.text(), other.text());
            case PHONE -> (one, other) -> Phones.compare(one.text(), other.text());
            case HANDLE, ID -> (one, other) -> one.equalsText(other) ? Agreement.SAME : Agreement.DIFFERENT;
            case NUMBER -> (one, other) -> Codes.number(one.text(), other.text());
            case NAME -> (one, other) -> Names.whole(one.tokens(), other.tokens());
            case GIVEN -> Names::given;
            case FAMILY -> Names::family;
            case COMPANY -> Companies::compare;
            case STREET -> Streets::compare;
            case POSTCODE -> (one, other) -> Codes.postcode(one.text(), other.text());
            case CITY -> Companies::city;
            case BIRTH -> (one, other) -> Dates.compare(one.text(), other.text());
        };
    }

    /**
     * How far two people agree. Of several values of a field the two count that agree most. The order of the two makes no
     * difference.
     */
    public static Agreements of(Profile one, Profile other) {
        long packed = 0;
        int atOne = 0;
        int atOther = 0;
        for (Field field : Field.all()) {
            int countOne = one.count(field);
            int countOther = other.count(field);
            Agreement best = Agreement.UNKNOWN;
            if (countOne != 0 && countOther != 0) {
                best = best(TESTS[field.ordinal()], one, atOne, countOne, other, atOther, countOther);
            }
            packed |= (long) best.ordinal() << field.shift(Agreements.BITS);
            atOne += countOne;
            atOther += countOther;
        }
        return named(new Agreements(packed), one, other);
    }

    private static Agreement best(
            Test test, Profile one, int atOne, int countOne, Profile other, int atOther, int countOther) {
        Agreement best = Agreement.UNKNOWN;
        for (int i = 0; i < countOne && best != Agreement.SAME; i++) {
            for (int j = 0; j < countOther && best != Agreement.SAME; j++) {
                best = best.or(test.of(one.at(atOne + i), other.at(atOther + j)));
            }
        }
        return best;
    }

    /** The whole name where it is in two fields; and given and family name that stand in each other's place. */
    private static Agreements named(Agreements found, Profile one, Profile other) {
        Agreements turned = isTurned(found, one, other)
                ? found.with(Field.GIVEN, Agreement.CLOSE).with(Field.FAMILY, Agreement.CLOSE)
                : found;
        if (one.count(Field.NAME) > 0 && other.count(Field.NAME) > 0) {
            return turned;
        }
        return turned.with(Field.NAME, whole(turned, one, other));
    }

    private static boolean isTurned(Agreements found, Profile one, Profile other) {
        if (found.in(Field.GIVEN) != Agreement.DIFFERENT || found.in(Field.FAMILY) != Agreement.DIFFERENT) {
            return false;
        }
        return isSameAcross(one, other) && isSameAcross(other, one);
    }

    /** A quick look: names that are alike have most of their letters in common, or one is an initial of the other. */
    private static boolean mayBeAlike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        return shorter < 3 || Math.min(Letters.strange(one, other), Letters.strange(other, one)) <= 1 + shorter / 3;
    }

    private static boolean isSameAcross(Profile one, Profile other) {
        for (Term given : one.terms(Field.GIVEN)) {
            for (Term family : other.terms(Field.FAMILY)) {
                if (mayBeAlike(given.text(), family.text())
                        && Names.family(given, family).isAlike()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Agreement whole(Agreements found, Profile one, Profile other) {
        Agreement given = found.in(Field.GIVEN);
        Agreement family = found.in(Field.FAMILY);
        if (given == Agreement.SAME && family == Agreement.SAME) {
            return Agreement.SAME;
        }
        if (given == Agreement.DIFFERENT && family != Agreement.UNKNOWN
                || family == Agreement.DIFFERENT && given != Agreement.UNKNOWN) {
            return Agreement.DIFFERENT;
        }
        if (given == Agreement.UNKNOWN && family == Agreement.UNKNOWN && !isWhole(one) && !isWhole(other)) {
            return Agreement.UNKNOWN;
        }
        String[] wordsOfOne = words(one);
        String[] wordsOfOther = words(other);
        if (wordsOfOne.length == 0 || wordsOfOther.length == 0) {
            return Agreement.UNKNOWN;
        }
        Agreement whole = Names.whole(wordsOfOne, wordsOfOther);
        boolean isHalf = given == Agreement.UNKNOWN || family == Agreement.UNKNOWN;
        return whole == Agreement.SAME && isHalf ? Agreement.CLOSE : whole;
    }

    private static boolean isWhole(Profile profile) {
        return profile.count(Field.NAME) > 0;
    }

    private static String[] words(Profile profile) {
        Term name = profile.first(Field.NAME);
        if (name != null) {
            return name.tokens();
        }
        Term given = profile.first(Field.GIVEN);
        Term family = profile.first(Field.FAMILY);
        if (given == null || family == null) {
            return given != null ? given.tokens() : family != null ? family.tokens() : new String[0];
        }
        String[] words = new String[given.tokens().length + family.tokens().length];
        System.arraycopy(given.tokens(), 0, words, 0, given.tokens().length);
        System.arraycopy(family.tokens(), 0, words, given.tokens().length, family.tokens().length);
        return words;
    }
}
