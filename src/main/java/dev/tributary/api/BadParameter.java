package dev.tributary.api;

/** A parameter that cannot be understood: answered with 400, which names it. */
final class BadParameter extends RuntimeException {

    private final String parameter;

    /** @param cure what is wrong with it and what would be right, without the value that came */
    BadParameter(String parameter, String cure) {
        super(cure);
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
