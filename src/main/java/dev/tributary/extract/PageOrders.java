package dev.tributary.extract;

import dev.tributary.definition.HttpExtract;
import dev.tributary.definition.Paging;
import dev.tributary.run.FailureCode;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows the ways in which APIs give page after page. */
@Component
class PageOrders {

    private static final String NEXT = "extract.page.next";

    private final Addresses addresses;

    PageOrders(Addresses addresses) {
        this.addresses = addresses;
    }

    /** @param since the parameters that ask for what is new */
    PageOrder of(HttpExtract http, Map<String, String> since) {
        if (http.page() instanceof Paging.Token token) {
            return new ByToken(addresses, http, since, token, new JsonataPath(NEXT, token.next()));
        }
        URI first = addresses.of(http, since);
        if (http.page() instanceof Paging.Link link) {
            return new ByLink(first, http.url(), new JsonataPath(NEXT, link.next()));
        }
        if (http.page() instanceof Paging.Offset offset) {
            return new ByOffset(addresses, http, since, offset);
        }
        return new OnePage(first);
    }

    private record OnePage(URI first) implements PageOrder {
        @Override
        public Optional<Following> after(Page page) {
            return Optional.empty();
        }
    }

    private record ByToken(
            Addresses addresses, HttpExtract http, Map<String, String> since, Paging.Token paging, JsonataPath next)
            implements PageOrder {

        @Override
        public URI first() {
            return addresses.of(http, since);
        }

        @Override
        public Optional<Following> after(Page page) {
            return next.text(page.content()).map(token -> new Following(addresses.of(http, with(token)), token));
        }

        private Map<String, String> with(String token) {
            Map<String, String> params = new HashMap<>(since);
            params.put(paging.param(), token);
            return params;
        }
    }

    private record ByLink(URI first, String where, JsonataPath next) implements PageOrder {

        @Override
        public Optional<Following> after(Page page) {
            return next.text(page.content())
                    .map(link -> resolved(page.address(), link))
                    .map(address -> new Following(address, address.toString()));
        }

        private URI resolved(URI from, String link) {
            try {
                // URI.resolve follows an RFC of 1998 and drops the last part of the path here
                URI address = link.startsWith("?") ? from.resolve(from.getRawPath() + link) : from.resolve(link);
                if (sameHost(from, address) && address.getRawUserInfo() == null) {
                    return address;
                }
            } catch (IllegalArgumentException broken) {
                throw refused("something that is no URL");
            }
            throw refused("another host, which must not see our credentials");
        }

        private SourceFailed refused(String what) {
            return new SourceFailed(
                    FailureCode.UNEXPECTED_ANSWER,
                    where + " names as the next page " + what + "; see whether " + NEXT + " fits.");
        }

        private static boolean sameHost(URI one, URI other) {
            return Objects.equals(one.getScheme(), other.getScheme())
                    && one.getHost().equalsIgnoreCase(other.getHost())
                    && one.getPort() == other.getPort();
        }
    }

    private static final class ByOffset implements PageOrder {

        private final Addresses addresses;
        private final HttpExtract http;
        private final Map<String, String> since;
        private final Paging.Offset paging;
        private final JsonataPath records;
        private int skip;

        ByOffset(Addresses addresses, HttpExtract http, Map<String, String> since, Paging.Offset paging) {
            this.addresses = addresses;
            this.http = http;
            this.since = since;
            this.paging = paging;
            this.records = new JsonataPath("extract.page.records", paging.records());
        }

        @Override
        public URI first() {
            return address();
        }

        /** An API that does not heed the offset gives one page for ever, so the page itself is the mark. */
        @Override
        public Optional<Following> after(Page page) {
            int count = records.count(page.content());
            skip += count;
            return count < paging.size()
                    ? Optional.empty()
                    : Optional.of(new Following(address(), page.body().length + ":" + Arrays.hashCode(page.body())));
        }

        private URI address() {
            Map<String, String> params = new HashMap<>(since);
            params.put(paging.param(), String.valueOf(skip));
            if (paging.sizeParam() != null) {
                params.put(paging.sizeParam(), String.valueOf(paging.size()));
            }
            return addresses.of(http, params);
        }
    }
}
