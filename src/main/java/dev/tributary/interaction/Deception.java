package dev.tributary.interaction;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import com.ibm.icu.text.UnicodeSet;

/** Characters that make two different texts look alike, by UTS 39 (Unicode Security Mechanisms). Thread-safe, as its checker is. */
final class Deception {

    /**
     * Highly restrictive: one script within a label, or Latin beside Chinese, Japanese or Korean. And digits of one system only, no
     * marks that hide behind a letter. Which characters an identifier may hold at all is for its own type to say.
     */
    private static final SpoofChecker LABELS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL
                    | SpoofChecker.MIXED_NUMBERS
                    | SpoofChecker.INVISIBLE
                    | SpoofChecker.HIDDEN_OVERLAY)
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .setAllowedChars(new UnicodeSet(0, 0x10FFFF).freeze())
            .build();

    private Deception() {}

    /** Whether the address holds invisible, bidirectional or control characters, or mixes scripts within a label. */
    static boolean isIn(String address) {
        return address.codePoints().anyMatch(Deception::isHidden) || !isAscii(address) && anyLabelMixes(address);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(it -> it < 128);
    }

    /** Hangul fillers, the combining grapheme joiner and variation selectors are letters or marks that show nothing. */
    private static boolean isHidden(int codePoint) {
        return switch (UCharacter.getType(codePoint)) {
            case ECharacterCategory.CONTROL,
                    ECharacterCategory.FORMAT,
                    ECharacterCategory.SURROGATE,
                    ECharacterCategory.PRIVATE_USE,
                    ECharacterCategory.UNASSIGNED,
                    ECharacterCategory.LINE_SEPARATOR,
                    ECharacterCategory.PARAGRAPH_SEPARATOR,
                    ECharacterCategory.SPACE_SEPARATOR -> true;
            default -> UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }

    private static boolean anyLabelMixes(String address) {
        int start = 0;
        for (int end = 0; end <= address.length(); end++) {
            if (end == address.length() || address.charAt(end) == '.' || address.charAt(end) == '@') {
                String label = address.substring(start, end);
                if (!isAscii(label) && LABELS.failsChecks(label)) {
                    return true;
                }
                start = end + 1;
            }
        }
        return false;
    }
}
