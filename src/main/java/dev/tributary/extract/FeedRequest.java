package dev.tributary.extract;

/** Asks for one page of a feed. */
record FeedRequest(FeedWalk walk) implements Attempt {

    @Override
    public int retries() {
        return walk.retries();
    }
}
