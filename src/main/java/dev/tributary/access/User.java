package dev.tributary.access;

import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody of the users file.
 *
 * @param name as it is typed to sign in, and as the audit trail writes it
 * @param password its hash, with the name of the algorithm before it in braces
 * @param disabled whether signing in is refused for now
 */
public record User(String name, String password, Set<Role> roles, boolean disabled) implements Serializable {

    private static final int LONGEST_NAME = 64;

    public User {
        roles = Set.copyOf(roles);
    }

    /** The roles in the order in which they are listed. */
    public Set<Role> sorted() {
        return new TreeSet<>(roles);
    }

    /** Letters, digits, dots, hyphens and underscores, and an at sign for those who are called by their address. */
    static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]*");
    }

    @Override
    public String toString() {
        return name + " " + sorted();
    }
}
