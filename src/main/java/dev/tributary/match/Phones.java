package dev.tributary.match;

import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.IdentifierType;

/** Telephone numbers: in E.164 with an extension behind a semicolon, or the bare digits of one without a country code. */
final class Phones {

    private static final int SHORTEST_NATIONAL = 7;

    private Phones() {}

    /**
     * CLOSE: the same line where one side lacks the country code or the extension, or writes a mobile of Brazil, Mexico or
     * Argentina the other way. SIMILAR: one digit slipped. Two extensions of one line are DIFFERENT.
     */
    static Agreement compare(String one, String other) {
        if (one.equals(other)) {
            return Agreement.SAME;
        }
        int extensionOne = one.indexOf(';');
        int extensionOther = other.indexOf(';');
        String lineOne = extensionOne < 0 ? one : one.substring(0, extensionOne);
        String lineOther = extensionOther < 0 ? other : other.substring(0, extensionOther);
        if (lineOne.equals(lineOther)) {
            return extensionOne < 0 || extensionOther < 0 ? Agreement.CLOSE : Agreement.DIFFERENT;
        }
        if (mayBeOne(lineOne, lineOther)) {
            return Agreement.CLOSE;
        }
        boolean slipped = Math.min(lineOne.length(), lineOther.length()) >= SHORTEST_NATIONAL
                && Edits.within(lineOne, lineOther, 1);
        return slipped ? Agreement.SIMILAR : Agreement.DIFFERENT;
    }

    /** Whether they have a look-up key in common; only those that end alike are worth the reading. */
    private static boolean mayBeOne(String one, String other) {
        int end = Math.min(Math.min(one.length(), other.length()), SHORTEST_NATIONAL);
        return one.regionMatches(one.length() - end, other, other.length() - end, end)
                && line(one).mayBe(line(other));
    }

    private static Identifier line(String digits) {
        return new Identifier(IdentifierType.PHONE, digits, digits, true);
    }
}
