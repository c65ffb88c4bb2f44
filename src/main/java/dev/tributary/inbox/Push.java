package dev.tributary.inbox;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request to the inbox, as it came: nothing in it is to be believed.
 *
 * @param source to which it is addressed, and which there is
 * @param headers the first value of each, whatever its name's case
 * @param query the first value of each
 */
record Push(String source, boolean get, Map<String, String> headers, Map<String, String> query, byte[] body) {

    Push {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** @throws Refused where it is not there: whoever is right sends it */
    String header(String name) {
        return Optional.ofNullable(headers.get(name)).orElseThrow(Refused::new);
    }

    /** @throws Refused where it is not there */
    String query(String name) {
        return Optional.ofNullable(query.get(name)).orElseThrow(Refused::new);
    }

    @Override
    public String toString() {
        return body.length + " bytes for " + source;
    }
}
