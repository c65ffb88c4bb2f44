package dev.tributary.store;

/** The tables of the real database are those of another version of Tributary. */
public final class SchemaDiffers extends RuntimeException {
    SchemaDiffers() {
        super(
                "The database has the tables of another version; run 'tributary status' once, which brings it up to date");
    }
}
