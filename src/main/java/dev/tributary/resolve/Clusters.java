package dev.tributary.resolve;

import java.util.Arrays;

/**
 * Groups of people, as connected components that are grown from the strongest edge to the weakest. An edge that would join too many
 * is refused, and one that would join two groups against what is known of their other members: so a cluster never hangs on one weak
 * bridge. What is refused is for a person to decide. Not thread-safe.
 */
final class Clusters {

    /** Says whether two groups may be one. */
    @FunctionalInterface
    interface Consent {
        boolean mayJoin(int[] members, int[] others);
    }

    private final int[] parent;
    private final int[] next;
    private final int[] size;
    private final int most;

    /** @param most the members that a cluster may have */
    Clusters(int people, int most) {
        this.most = most;
        parent = new int[people];
        next = new int[people];
        size = new int[people];
        Arrays.setAll(parent, i -> i);
        Arrays.setAll(next, i -> i);
        Arrays.fill(size, 1);
    }

    /** Joins the groups of two people where that may be. Returns whether they are in one group now. */
    boolean join(int one, int other, Consent consent) {
        int a = root(one);
        int b = root(other);
        if (a == b) {
            return true;
        }
        if (size[a] + size[b] > most || !consent.mayJoin(members(a), members(b))) {
            return false;
        }
        int into = size[a] > size[b] || size[a] == size[b] && a < b ? a : b;
        int from = into == a ? b : a;
        parent[from] = into;
        size[into] += size[from];
        int after = next[into];
        next[into] = next[from];
        next[from] = after;
        return true;
    }

    int root(int person) {
        int root = person;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    int size(int person) {
        return size[root(person)];
    }

    int[] members(int person) {
        int[] members = new int[size(person)];
        int member = person;
        for (int i = 0; i < members.length; i++) {
            members[i] = member;
            member = next[member];
        }
        return members;
    }
}
