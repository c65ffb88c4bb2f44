package dev.tributary.timeline;

/** In which order a timeline is read. */
public enum TimelineOrder {
    NEWEST("DESC", "<"),
    OLDEST("ASC", ">");

    private final String direction;
    private final String beyond;

    TimelineOrder(String direction, String beyond) {
        this.direction = direction;
        this.beyond = beyond;
    }

    /** By two columns. */
    String by(String first, String second) {
        return " ORDER BY " + first + " " + direction + ", " + second + " " + direction;
    }

    /** That a row comes after the one with the key {@code :first, :second}. */
    String after(String first, String second) {
        return " AND " + first + " " + beyond + "= :first AND (" + first + " " + beyond + " :first OR " + second + " "
                + beyond + " :second)";
    }
}
