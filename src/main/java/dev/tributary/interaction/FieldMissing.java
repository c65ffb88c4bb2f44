package dev.tributary.interaction;

/** A canonical record lacks a field that it must have. */
public final class FieldMissing extends IllegalArgumentException {

    private final String field;

    FieldMissing(String field) {
        super("the field '" + field + "' is missing");
        this.field = field;
    }

    public String field() {
        return field;
    }
}
