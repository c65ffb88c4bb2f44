package dev.tributary.extract;

import java.net.URI;
import java.util.Map;

/** @param headers with the credentials; as the address, never to be shown */
record PageRequest(PageWalk walk, URI address, Map<String, String> headers) implements Attempt {

    @Override
    public int retries() {
        return walk.http().retries();
    }

    @Override
    public String toString() {
        return "a request to " + walk.where();
    }
}
