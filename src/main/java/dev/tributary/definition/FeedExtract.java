package dev.tributary.definition;

import dev.tributary.decode.Format;

/**
 * The entries that a feed shows: RSS, Atom or JSON Feed. It is asked for only if it has changed.
 *
 * @param http how it is asked for
 * @param pages how many pages are read where the feed names older ones (RFC 5005)
 */
public record FeedExtract(HttpExtract http, int pages) implements Extract {

    @Override
    public String kind() {
        return "feed";
    }

    @Override
    public FileOptions options() {
        return FileOptions.of(Format.FEED);
    }
}
