package dev.tributary.extract;

/** What a step asks of a source, and may ask again when the source cannot be reached or asks to slow down. */
interface Attempt {

    /** How often it is asked again. */
    int retries();
}
