package dev.tributary.extract;

import java.net.URI;

/**
 * What a feed answered.
 *
 * @param address that was asked
 */
record FeedAnswer(FeedWalk walk, URI address, Answer answer) {

    @Override
    public String toString() {
        return answer.toString();
    }
}
