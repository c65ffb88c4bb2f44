package dev.tributary.extract;

import dev.tributary.decode.MailboxWriter;

/**
 * Some mails of a folder, the oldest of those that are new.
 *
 * @param position how far the source is read with them
 * @param last whether the folder has no more
 */
record MailBatch(MailWalk walk, MailboxWriter mailbox, MailPosition position, boolean last) {

    /** Also a folder without new mails is noted, where the position says from where on it is read. */
    boolean isToBeLanded() {
        return walk.leg().past() == null ? !position.equals(walk.position()) : mailbox.mails() > 0;
    }

    @Override
    public String toString() {
        return mailbox.mails() + " mails of " + walk.where();
    }
}
