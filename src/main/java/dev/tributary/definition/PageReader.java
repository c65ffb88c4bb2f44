package dev.tributary.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code extract.page}; its keys tell which kind of paging it is. */
final class PageReader {

    private PageReader() {}

    static @Nullable Paging read(Section page) {
        if (page.has("size")) {
            return offset(page);
        }
        if (page.has("link")) {
            page.oneOf("link", List.of("header"));
            page.refuseOthers();
            return new Paging.LinkHeader();
        }
        if (!page.has("next")) {
            page.problem(
                    "",
                    "names no next page",
                    "write { next: JSONata, param: name } for tokens, { next: JSONata } or { link: header } for"
                            + " links, or { param: name, size: 100, records: JSONata } for offsets");
            return null;
        }
        String next = Expression.of(page, "next", "meta.next_token");
        Paging paging =
                page.has("param") ? new Paging.Token(next, page.text("param", "page_token")) : new Paging.Link(next);
        page.refuseOthers();
        return paging;
    }

    private static Paging offset(Section page) {
        Paging offset = new Paging.Offset(
                page.text("param", "offset"),
                page.number("size", 100, 1, 100_000),
                page.optional("sizeParam", "limit").orElse(null),
                Expression.of(page, "records", "data"));
        page.refuseOthers();
        return offset;
    }
}
