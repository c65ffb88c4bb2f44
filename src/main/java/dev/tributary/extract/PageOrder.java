package dev.tributary.extract;

import java.util.Optional;

/** Finds the page that follows another, in the way of one API. Not thread-safe. */
interface PageOrder {

    Inquiry first();

    /** @throws SourceFailed where the page names something that must not be asked */
    Optional<Following> after(Page page);
}
