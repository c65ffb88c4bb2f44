package dev.tributary.resolve;

/** A table cannot be resolved as it is; the message says what to do, and holds no cell of it. */
public final class UnusableTable extends RuntimeException {

    UnusableTable(String message) {
        super(message);
    }
}
