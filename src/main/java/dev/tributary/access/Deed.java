package dev.tributary.access;

/**
 * What somebody did, as the audit trail keeps it. What is too long is cut. It holds no personal data but the names of users.
 *
 * @param roles of the one who did it, separated by commas; empty on the command line
 * @param act the name of an {@link Act}
 * @param what a method and a path with its ids, or a command with its ids
 * @param status of HTTP, or the exit code of a command
 * @param address where it came from, masked to its network; empty on the command line
 */
public record Deed(String actor, String roles, String act, String what, int status, String address) {

    private static final int LONGEST_NAME = 190;
    private static final int LONGEST_WHAT = 500;
    private static final int LONGEST_ADDRESS = 64;

    public Deed {
        actor = cut(actor, LONGEST_NAME);
        roles = cut(roles, LONGEST_NAME);
        what = cut(what, LONGEST_WHAT);
        address = cut(address, LONGEST_ADDRESS);
    }

    /** What somebody did on the command line, and it worked. */
    public static Deed command(String actor, Act act, String what) {
        return new Deed(actor, "", act.name(), what, 0, "");
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
