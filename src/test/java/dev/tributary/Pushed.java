package dev.tributary;

import java.util.Map;

/** A request as a platform sends it. */
record Pushed(byte[] body, Map<String, String> headers, String query) {

    /** The same signature over a body of which one byte is another. */
    Pushed altered() {
        byte[] altered = body.clone();
        altered[altered.length / 2] ^= 1;
        return new Pushed(altered, headers, query);
    }

    Pushed unsigned() {
        return new Pushed(body, Map.of(), "");
    }

    Pushed carrying(byte[] other) {
        return new Pushed(other, headers, query);
    }
}
