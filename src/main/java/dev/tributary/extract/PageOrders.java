package dev.tributary.extract;

import dev.tributary.definition.Paging;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ways in which APIs give page after page. */
final class PageOrders {

    private static final String NEXT = "extract.page.next";

    private PageOrders() {}

    /**
     * @param where the address as the definition writes it, for messages
     * @param ask makes the inquiry with further parameters
     */
    static PageOrder of(@Nullable Paging paging, String where, Function<Map<String, String>, Inquiry> ask) {
        if (paging instanceof Paging.Token token) {
            return new ByToken(ask, token.param(), new JsonataPath(NEXT, token.next()));
        }
        if (paging instanceof Paging.Offset offset) {
            return new ByOffset(ask, offset);
        }
        Inquiry first = ask.apply(Map.of());
        if (paging instanceof Paging.Link link) {
            JsonataPath next = new JsonataPath(NEXT, link.next());
            return new ByLink(first, new NextAddress(where, NEXT), page -> next.text(page.content()));
        }
        return paging instanceof Paging.LinkHeader
                ? new ByLink(
                        first,
                        new NextAddress(where, "extract.page.link"),
                        page -> LinkHeader.next(page.answer().headers().allValues("Link")))
                : new OnePage(first);
    }

    private record OnePage(Inquiry first) implements PageOrder {
        @Override
        public Optional<Following> after(Page page) {
            return Optional.empty();
        }
    }

    private record ByToken(Function<Map<String, String>, Inquiry> ask, String param, JsonataPath next)
            implements PageOrder {

        @Override
        public Inquiry first() {
            return ask.apply(Map.of());
        }

        @Override
        public Optional<Following> after(Page page) {
            return next.text(page.content()).map(token -> new Following(ask.apply(Map.of(param, token)), token));
        }
    }

    private record ByLink(Inquiry first, NextAddress addresses, Function<Page, Optional<String>> next)
            implements PageOrder {

        @Override
        public Optional<Following> after(Page page) {
            return next.apply(page)
                    .map(link -> addresses.resolved(page.address(), link))
                    .map(address -> new Following(first.at(address), address.toString()));
        }
    }

    private static final class ByOffset implements PageOrder {

        private final Function<Map<String, String>, Inquiry> ask;
        private final Paging.Offset paging;
        private final JsonataPath records;
        private int skip;

        ByOffset(Function<Map<String, String>, Inquiry> ask, Paging.Offset paging) {
            this.ask = ask;
            this.paging = paging;
            this.records = new JsonataPath("extract.page.records", paging.records());
        }

        @Override
        public Inquiry first() {
            return inquiry();
        }

        /** An API that does not heed the offset gives one page for ever, so the page itself is the mark. */
        @Override
        public Optional<Following> after(Page page) {
            int count = records.count(page.content());
            skip += count;
            byte[] body = page.answer().body();
            return count < paging.size()
                    ? Optional.empty()
                    : Optional.of(new Following(inquiry(), body.length + ":" + Arrays.hashCode(body)));
        }

        private Inquiry inquiry() {
            Map<String, String> params = new HashMap<>();
            params.put(paging.param(), String.valueOf(skip));
            if (paging.sizeParam() != null) {
                params.put(paging.sizeParam(), String.valueOf(paging.size()));
            }
            return ask.apply(params);
        }
    }
}
