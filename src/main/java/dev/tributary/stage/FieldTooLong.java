package dev.tributary.stage;

/** A field that must be kept whole is longer than it may be. */
final class FieldTooLong extends RuntimeException {
    FieldTooLong(String field, int longest) {
        super("the field '" + field + "' is longer than " + longest + " characters");
    }
}
