package dev.tributary.evaluate;

import dev.tributary.interaction.NaturalKey;

/**
 * A part of all keys: what is compared is taken part by part, so that a truth of any length needs the memory of one.
 *
 * @param part from 0 to below {@code of}
 */
record Slice(int part, int of) {

    boolean has(NaturalKey key) {
        return Long.remainderUnsigned(key.low(), of) == part;
    }
}
