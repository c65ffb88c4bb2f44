package dev.tributary.extract;

import org.jspecify.annotations.Nullable;

/**
 * A part of the way: all of it, or the pages of one window.
 *
 * @param progress null where no cursor is kept
 * @param asking what it asks for
 */
record Leg(PageOrder order, @Nullable Progress progress, Asking asking) {}
