package dev.tributary.extract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the next page in headers such as {@code Link: <https://…?page=2>; rel="next", <…>; rel="last"} (RFC 8288). */
final class LinkHeader {

    private final String text;
    private int at;

    private LinkHeader(String text) {
        this.text = text;
    }

    /** The address of the first link whose relation is {@code next}; empty where there is none, or it cannot be read. */
    static Optional<String> next(List<String> headers) {
        return headers.stream()
                .map(header -> new LinkHeader(header).next())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> next() {
        while (at < text.length()) {
            skip(" \t,");
            if (at >= text.length() || text.charAt(at) != '<') {
                return Optional.empty();
            }
            String target = until('>');
            if (leadsToNext()) {
                return Optional.of(target.strip());
            }
        }
        return Optional.empty();
    }

    /** Reads the parameters of one link. Of several rel the first counts; a link with an anchor is not about this page. */
    private boolean leadsToNext() {
        String relation = null;
        boolean elsewhere = false;
        for (skip(" \t"); at < text.length() && text.charAt(at) == ';'; skip(" \t")) {
            at++;
            String name = word().toLowerCase(Locale.ROOT);
            String value = value();
            relation = name.equals("rel") && relation == null ? value : relation;
            elsewhere |= name.equals("anchor");
        }
        return relation != null
                && !elsewhere
                && List.of(relation.strip().toLowerCase(Locale.ROOT).split("[ \t]+"))
                        .contains("next");
    }

    private String value() {
        skip(" \t");
        if (at >= text.length() || text.charAt(at) != '=') {
            return "";
        }
        at++;
        skip(" \t");
        return at < text.length() && text.charAt(at) == '"' ? quoted() : word();
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at));
        }
        at++;
        return value.toString();
    }

    private String word() {
        skip(" \t");
        int start = at;
        while (at < text.length() && " \t;,=\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    /** What stands between here and the closing character; the reading goes on behind it. */
    private String until(char close) {
        int end = text.indexOf(close, at);
        String found = text.substring(at + 1, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 1;
        return found;
    }

    private void skip(String characters) {
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
