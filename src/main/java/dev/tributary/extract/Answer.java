package dev.tributary.extract;

import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What somebody answered over HTTP.
 *
 * @param body expanded; empty where it was not wanted
 */
record Answer(int status, HttpHeaders headers, byte[] body) {

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    @Override
    public String toString() {
        return "an answer " + status;
    }
}
