package dev.tributary.decode;

import java.io.Closeable;
import java.util.Iterator;

/**
 * The payloads of one file, in the file's order, read as they are asked for.
 *
 * <p>A record that cannot be read is an {@link Payload.Unreadable} and the next one follows where the format allows to find
 * it; where it does not, that payload is the last. {@link #next} throws nothing but {@code NoSuchElementException}. Not
 * thread-safe.
 */
public interface Payloads extends Iterator<Payload>, Closeable {}
