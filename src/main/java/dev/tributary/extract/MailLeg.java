package dev.tributary.extract;

import org.jspecify.annotations.Nullable;

/**
 * A part of the way through a mailbox: what is new in a folder, or what arrived in it in a span of time.
 *
 * @param past null where what is new is wanted
 */
record MailLeg(String folder, @Nullable Asking past) {}
