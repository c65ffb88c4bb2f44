package dev.tributary.generate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of people and companies, and the ways in which people write theirs. */
final class Names {

    /** The name, and what friends say; the same where friends have no other. */
    private static final String[][] GIVEN = {
        {"Anna", "Annie"}, {"Thomas", "Tom"}, {"Michael", "Mike"}, {"Maria", "Maria"}, {"Alexander", "Alex"},
        {"Elif", "Elif"}, {"Robert", "Bob"}, {"Julia", "Jule"}, {"Johannes", "Hannes"}, {"Sofía", "Sofi"},
        {"William", "Bill"}, {"Katharina", "Kathi"}, {"Pavel", "Pavel"}, {"Zoë", "Zoë"}, {"Elizabeth", "Liz"},
        {"Jürgen", "Jürgen"}, {"Chiara", "Chiara"}, {"Daniel", "Dan"}, {"Farid", "Farid"}, {"Grace", "Grace"},
        {"Susanne", "Susi"}, {"Hiroshi", "Hiro"}, {"Inés", "Inés"}, {"Jonas", "Jonas"}, {"Christopher", "Chris"},
        {"Kaya", "Kaya"}, {"Lin", "Lin"}, {"Mehmet", "Mehmet"}, {"Benjamin", "Ben"}, {"Noor", "Noor"},
        {"Olga", "Olga"}, {"Margarete", "Grete"}, {"Rosa", "Rosa"}, {"Sven", "Sven"}, {"Tomás", "Tomás"},
        {"Uma", "Uma"}, {"Viktor", "Vik"}, {"Wei", "Wei"}, {"Ximena", "Xime"}, {"Yuki", "Yuki"},
        {"Samantha", "Sam"}, {"Bartłomiej", "Bartek"}, {"Deniz", "Deniz"}, {"Søren", "Søren"}, {"Patricia", "Pat"}
    };

    private static final String[] FAMILY = {
        "Müller", "Schmidt", "García", "Smith", "Novak", "Yılmaz", "Rossi", "Kowalski", "Tanaka", "Huang", "Weber",
        "Jansen", "Silva", "Petrov", "Laurent", "O'Neill", "Eriksen", "Fischer", "Demir", "Ito", "Zhang", "Groß",
        "Costa", "Vogel", "Łukasik", "Usman", "Quispe", "Berg", "Xu", "Lindqvist"
    };

    private static final String[] SYLLABLES = {
        "ba", "ber", "bo", "cal", "da", "del", "do", "fa", "fel", "fri", "ga", "ger", "go", "ha", "hel", "ho", "ka",
        "kel", "ko", "la", "len", "lo", "ma", "mer", "mo", "na", "nel", "no", "pa", "per", "ra", "rin"
    };

    private static final String[] STAGE_GIVEN = {"Mountain", "Silver", "Captain", "Little", "Radio", "Moon", "Happy"};
    private static final String[] STAGE_FAMILY = {"Fox", "River", "Wanderer", "Bear", "Kiwi", "Storm", "Hiker"};
    private static final String[] SIGNS = {" 🌲", " ⛺", " 🏔️", " ✨", " (she/her)"};
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]+");

    private Names() {}

    static String[] given(Chance chance) {
        return chance.often(GIVEN);
    }

    static String family(Chance chance) {
        if (chance.percent(25)) {
            return chance.often(FAMILY);
        }
        String name = chance.of(SYLLABLES) + chance.of(SYLLABLES) + (chance.percent(60) ? chance.of(SYLLABLES) : "");
        return capital(name);
    }

    /** Another one for each number. */
    static String company(int number) {
        StringBuilder name = new StringBuilder();
        for (int rest = number + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
            name.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return capital(name.toString()) + "werk GmbH";
    }

    /** As an account shows a name: mostly as it is, often in part, seldom another one. */
    static String shown(Chance chance, String given, String friends, String family) {
        double way = chance.part() * 100;
        String full = given + " " + family;
        return way < 52
                ? full
                : way < 62
                        ? given
                        : way < 70
                                ? given.charAt(0) + ". " + family
                                : way < 75
                                        ? family + ", " + given
                                        : way < 80
                                                ? full.toLowerCase(Locale.ROOT)
                                                : way < 85
                                                        ? plain(given) + " " + plain(family)
                                                        : way < 89
                                                                ? friends + " " + family
                                                                : way < 92
                                                                        ? given + " " + given(chance)[0] + " " + family
                                                                        : way < 95
                                                                                ? full + chance.of(SIGNS)
                                                                                : way < 97
                                                                                        ? given.toLowerCase(Locale.ROOT)
                                                                                                + "_"
                                                                                                + (10
                                                                                                        + chance.below(
                                                                                                                90))
                                                                                        : way < 98
                                                                                                ? full.toUpperCase(
                                                                                                        Locale.ROOT)
                                                                                                : way < 99.3
                                                                                                        ? given + " "
                                                                                                                + family(
                                                                                                                        chance)
                                                                                                        : chance.of(
                                                                                                                        STAGE_GIVEN)
                                                                                                                + " "
                                                                                                                + chance
                                                                                                                        .of(
                                                                                                                                STAGE_FAMILY);
    }

    /** As an English keyboard writes it. */
    static String plain(String name) {
        String spelled = name.replace("ß", "ss")
                .replace("ł", "l")
                .replace("Ł", "L")
                .replace("ø", "o")
                .replace("ı", "i");
        return MARKS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFD)).replaceAll("");
    }

    /** Small letters alone, as in addresses. */
    static String letters(String name) {
        return NO_LETTER.matcher(plain(name).toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
