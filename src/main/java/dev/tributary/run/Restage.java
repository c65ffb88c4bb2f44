package dev.tributary.run;

/** Which landed segments a run stages again, beside those that never were. */
public enum Restage {
    NONE,
    /** Those alone with a record that is in quarantine; nothing is asked of the sources. */
    QUARANTINED,
    /** All, as after a mapping changed. */
    ALL;

    /**
     * As a job parameter says it.
     *
     * @param parameter a name; runs from before there was one say {@code true} for all and {@code false} for none
     * @throws IllegalArgumentException where it is neither
     */
    public static Restage of(String parameter) {
        return switch (parameter) {
            case "true" -> ALL;
            case "false" -> NONE;
            default -> valueOf(parameter);
        };
    }
}
