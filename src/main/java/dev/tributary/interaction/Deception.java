package dev.tributary.interaction;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Characters that make two different texts look alike. */
final class Deception {

    private Deception() {}

    /** Whether the address holds invisible, bidirectional or control characters, or mixes scripts within a label. */
    static boolean isIn(String address) {
        return address.codePoints().anyMatch(Deception::isHidden) || mixesScripts(address);
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> true;
            default -> isBlankLetter(codePoint);
        };
    }

    /** Hangul fillers, the combining grapheme joiner and variation selectors are letters or marks that show nothing. */
    private static boolean isBlankLetter(int codePoint) {
        return codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0
                || codePoint == 0x034F
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    private static boolean mixesScripts(String address) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        for (int codePoint : address.codePoints().toArray()) {
            if (codePoint == '.' || codePoint == '@') {
                scripts.clear();
            }
            UnicodeScript script = UnicodeScript.of(codePoint);
            if (script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED) {
                scripts.add(script);
            }
            if (isSuspicious(scripts)) {
                return true;
            }
        }
        return false;
    }

    /** Latin, Greek and Cyrillic share letter shapes; Chinese, Japanese and Korean are written with Latin beside them. */
    private static boolean isSuspicious(Set<UnicodeScript> scripts) {
        long alike = scripts.stream()
                .filter(it -> it == UnicodeScript.LATIN
                        || it == UnicodeScript.GREEK
                        || it == UnicodeScript.CYRILLIC
                        || it == UnicodeScript.ARMENIAN
                        || it == UnicodeScript.CHEROKEE)
                .count();
        return alike > 1;
    }
}
