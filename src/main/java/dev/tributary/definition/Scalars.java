package dev.tributary.definition;

/** Single values as definitions write them. */
final class Scalars {

    private Scalars() {}

    /** @throws IllegalArgumentException where it is neither */
    static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    /** @throws IllegalArgumentException where it is no whole number, or beyond the bounds */
    static int within(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    /** @throws IllegalArgumentException where it is no number, or beyond the bounds */
    static double within(String text, double least, double most) {
        double number = Double.parseDouble(text);
        if (!(number >= least && number <= most)) {
            throw new IllegalArgumentException();
        }
        return number;
    }
}
