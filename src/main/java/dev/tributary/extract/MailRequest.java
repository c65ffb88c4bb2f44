package dev.tributary.extract;

/** Asks for the next mails of a folder. */
record MailRequest(MailWalk walk) implements Attempt {

    @Override
    public int retries() {
        return walk.imap().retries();
    }
}
