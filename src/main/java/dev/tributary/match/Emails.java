package dev.tributary.match;

import dev.tributary.interaction.EmailAddress;

/** Addresses in their canonical form. */
final class Emails {

    private static final int SHORTEST_LOCAL_PART = 5;

    private Emails() {}

    /**
     * CLOSE: the same mailbox by {@link EmailAddress#loose()}. SIMILAR: one slip in a local part
     * of five characters or more, or in the domain. Everything else is DIFFERENT, which says little: people have several.
     */
    static Agreement compare(String one, String other) {
        if (one.equals(other)) {
            return Agreement.SAME;
        }
        if (isSameBare(one, other) && new EmailAddress(one).loose().equals(new EmailAddress(other).loose())) {
            return Agreement.CLOSE;
        }
        if (Math.abs(one.length() - other.length()) > 1) {
            return Agreement.DIFFERENT;
        }
        int atOne = one.lastIndexOf('@');
        int atOther = other.lastIndexOf('@');
        String domain = one.substring(atOne);
        boolean slipped = atOne == atOther && one.regionMatches(0, other, 0, atOne)
                ? Edits.within(domain, other.substring(atOther), 1)
                : Math.min(atOne, atOther) >= SHORTEST_LOCAL_PART
                        && other.endsWith(domain)
                        && Edits.within(one, other, 1);
        return slipped ? Agreement.SIMILAR : Agreement.DIFFERENT;
    }

    /** Whether the local parts are the same without dots and tags: only then can it be one mailbox. */
    private static boolean isSameBare(String one, String other) {
        int i = 0;
        int j = 0;
        while (true) {
            while (one.charAt(i) == '.') {
                i++;
            }
            while (other.charAt(j) == '.') {
                j++;
            }
            boolean ends = isEnd(one.charAt(i));
            if (ends || isEnd(other.charAt(j))) {
                return ends && isEnd(other.charAt(j));
            }
            if (one.charAt(i++) != other.charAt(j++)) {
                return false;
            }
        }
    }

    private static boolean isEnd(char c) {
        return c == '@' || c == '+';
    }
}
