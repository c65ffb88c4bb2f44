package dev.tributary.inbox;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a request is answered.
 *
 * @param outcome a word for the log
 */
record Reply(int status, String type, String body, Outcome outcome) {

    enum Outcome {
        LANDED,
        /** It had landed before, and the platform is right to send it again. */
        KNOWN,
        GREETED,
        REFUSED,
        /** It had landed before, and the platform would not send it like this. */
        REPLAYED,
        NO_SUCH_SOURCE,
        NO_SUCH_METHOD,
        TOO_LARGE,
        TOO_SLOW,
        NOT_LANDED
    }

    private static final Map<Outcome, Integer> PROBLEMS = Map.of(
            Outcome.REFUSED, 401,
            Outcome.REPLAYED, 401,
            Outcome.NO_SUCH_SOURCE, 404,
            Outcome.NO_SUCH_METHOD, 405,
            Outcome.TOO_SLOW, 408,
            Outcome.TOO_LARGE, 413,
            Outcome.NOT_LANDED, 503);

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._~-]{1,256}");

    /** Says no, and to a stranger nothing more. */
    static Reply problem(Outcome outcome) {
        int status = PROBLEMS.get(outcome);
        return problem(status, outcome);
    }

    static Reply problem(int status, Outcome outcome) {
        return new Reply(status, "application/problem+json", "{\"status\":" + status + "}", outcome);
    }

    /**
     * Says back what the platform said, so that it knows that we understood.
     *
     * @throws Refused where it is more than a word: a browser must not be made to show what a stranger wrote
     */
    static Reply echo(String word) {
        if (!HARMLESS.matcher(word).matches()) {
            throw new Refused();
        }
        return new Reply(200, "text/plain", word, Outcome.GREETED);
    }

    static Reply json(String body) {
        return new Reply(200, "application/json", body, Outcome.GREETED);
    }

    static Reply yes(String word, Outcome outcome) {
        return new Reply(200, "text/plain", word, outcome);
    }
}
