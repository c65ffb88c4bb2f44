package dev.tributary.extract;

/** What a feed answered. */
record FeedAnswer(FeedWalk walk, Answer answer) {

    @Override
    public String toString() {
        return answer.toString();
    }
}
