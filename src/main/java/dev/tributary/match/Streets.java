package dev.tributary.match;

import java.util.HashMap;
import java.util.Map;

/** Streets with their house numbers. */
final class Streets {

    /** Kinds of streets, and the short form that stands for all of their spellings. */
    private static final Map<String, String> SHORT = shortForms(
            "st street str strasse straat",
            "rd road",
            "av ave avenue avenida avda aven",
            "bd boulevard blvd bvd boul bulevar",
            "dr drive drv",
            "ln lane",
            "ct court crt",
            "pl place platz plaza plaz",
            "sq square",
            "tce terrace terr ter",
            "cct circuit cir circle",
            "cl close",
            "cres crescent cresc cr",
            "gr grove gve",
            "pde parade",
            "hwy highway",
            "pkwy parkway pky",
            "wy way weg",
            "apt apartment appartment",
            "ste suite",
            "fl floor",
            "n north",
            "s south",
            "e east",
            "w west",
            "c calle",
            "r rue rua",
            "mt mount",
            "ft fort");

    private Streets() {}

    private static Map<String, String> shortForms(String... families) {
        Map<String, String> forms = new HashMap<>();
        for (String family : families) {
            String[] words = family.split(" ");
            for (String word : words) {
                forms.put(word, words[0]);
            }
        }
        return Map.copyOf(forms);
    }

    /** The words in lower case, each kind of street in its short form, also at the end of a German word. */
    static String canonical(String raw) {
        String[] words = Folding.words(raw).split(" ");
        StringBuilder text = new StringBuilder(raw.length());
        for (String word : words) {
            if (text.length() > 0) {
                text.append(' ');
            }
            String known = SHORT.get(word);
            text.append(known == null ? unglued(word) : known);
        }
        return text.toString();
    }

    private static String unglued(String word) {
        if (word.length() > 7 && word.endsWith("strasse")) {
            return word.substring(0, word.length() - 7) + " st";
        }
        return word.length() > 5 && word.endsWith("str") ? word.substring(0, word.length() - 3) + " st" : word;
    }

    /**
     * CLOSE: the number and the name are the same, and what kind of street it is may be missing, or one side says more. SIMILAR:
     * the number is the same and the name nearly so, or the name is the same and a number is missing.
     */
    static Agreement compare(Term one, Term other) {
        if (one.equalsText(other)) {
            return Agreement.SAME;
        }
        String[] a = one.tokens();
        String[] b = other.tokens();
        int numbersOfA = numbers(a);
        int numbersOfB = numbers(b);
        boolean numbersKnown = numbersOfA > 0 && numbersOfB > 0;
        if (numbersKnown && sharedNumbers(a, b) < Math.min(numbersOfA, numbersOfB)) {
            return firstNumber(a).equals(firstNumber(b)) && alike(one, other) == Tokens.EQUAL
                    ? Agreement.SIMILAR
                    : Agreement.DIFFERENT;
        }
        int likeness = alike(one, other);
        if (likeness == Tokens.APART) {
            return one.text().charAt(0) == other.text().charAt(0)
                            && one.text().replace(" ", "").equals(other.text().replace(" ", ""))
                    ? Agreement.CLOSE
                    : Agreement.DIFFERENT;
        }
        if (!numbersKnown) {
            return likeness == Tokens.EQUAL && numbersOfA == numbersOfB ? Agreement.CLOSE : Agreement.SIMILAR;
        }
        return likeness <= Tokens.TYPO ? Agreement.CLOSE : Agreement.SIMILAR;
    }

    private static int alike(Term one, Term other) {
        return Tokens.contained(one.core(), other.core(), Tokens.Kind.WORD);
    }

    private static boolean isNumber(String token) {
        return token.charAt(0) >= '0' && token.charAt(0) <= '9';
    }

    private static int numbers(String[] tokens) {
        int numbers = 0;
        for (String token : tokens) {
            if (isNumber(token)) {
                numbers++;
            }
        }
        return numbers;
    }

    private static String firstNumber(String[] tokens) {
        for (String token : tokens) {
            if (isNumber(token)) {
                return token;
            }
        }
        return "";
    }

    private static int sharedNumbers(String[] a, String[] b) {
        int shared = 0;
        for (String token : a) {
            if (isNumber(token) && Tokens.has(b, token)) {
                shared++;
            }
        }
        return shared;
    }

    /** The words that name the street; those that say its kind only where there are no others. */
    static String[] names(String[] tokens) {
        int count = 0;
        for (String token : tokens) {
            if (!isNumber(token) && !SHORT.containsKey(token)) {
                count++;
            }
        }
        boolean kindsToo = count == 0;
        int size = kindsToo ? tokens.length - numbers(tokens) : count;
        String[] names = new String[size];
        int next = 0;
        for (String token : tokens) {
            if (!isNumber(token) && (kindsToo || !SHORT.containsKey(token))) {
                names[next++] = token;
            }
        }
        return names;
    }
}
