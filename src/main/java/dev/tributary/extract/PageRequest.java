package dev.tributary.extract;

import java.util.Map;

/** @param headers with the credentials, an access token excepted; as the address, never to be shown */
record PageRequest(PageWalk walk, Inquiry inquiry, Map<String, String> headers) implements Attempt {

    @Override
    public int retries() {
        return walk.http().limits().retries();
    }

    @Override
    public String toString() {
        return "a request to " + walk.where();
    }
}
