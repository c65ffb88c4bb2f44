package dev.tributary.match;

import java.util.Arrays;

/** How many slips of a typing hand lie between two texts. */
final class Edits {

    private static final int LONGEST = 64;

    private Edits() {}

    /**
     * Whether at most so many characters were inserted, deleted, replaced or changed places with their neighbour: the distance
     * of Damerau and Levenshtein in its restricted form (optimal string alignment). Texts of more than 64 characters are
     * within it only where they are equal.
     */
    static boolean within(String one, String other, int most) {
        int length = one.length();
        int width = other.length();
        if (Math.abs(length - width) > most) {
            return false;
        }
        if (length > LONGEST || width > LONGEST) {
            return one.equals(other);
        }
        return most == 1
                ? within1(one, other)
                : Letters.strange(one, other) <= most
                        && Letters.strange(other, one) <= most
                        && distance(one, other, most) <= most;
    }

    private static boolean within1(String one, String other) {
        int from = 0;
        int shorter = Math.min(one.length(), other.length());
        while (from < shorter && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        int endOne = one.length();
        int endOther = other.length();
        while (endOne > from && endOther > from && one.charAt(endOne - 1) == other.charAt(endOther - 1)) {
            endOne--;
            endOther--;
        }
        int restOne = endOne - from;
        int restOther = endOther - from;
        boolean neighbours = restOne == 2
                && restOther == 2
                && one.charAt(from) == other.charAt(from + 1)
                && one.charAt(from + 1) == other.charAt(from);
        return Math.max(restOne, restOther) <= 1 || neighbours;
    }

    private static int distance(String one, String other, int most) {
        int width = other.length();
        int[] before = new int[width + 1];
        int[] above = new int[width + 1];
        int[] row = new int[width + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= width; j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                int cost = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost = Math.min(cost, before[j - 2] + 1);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[width];
    }
}
