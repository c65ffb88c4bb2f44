package dev.tributary.definition;

/**
 * An account of ours on a channel.
 *
 * @param channel the name of the channel: {@code [a-z0-9][a-z0-9-]{0,62}}
 * @param account up to 190 characters: it scopes ids and tells inbound from outbound
 * @param idScope how far the platform's ids of people reach
 */
public record OwnAccount(String channel, String account, IdScope idScope) {

    /** The most characters that an account may have. */
    static final int LONGEST = 190;

    public OwnAccount {
        Name.check(channel);
        if (account.isBlank() || account.length() > LONGEST) {
            throw new IllegalArgumentException("an account has 1 to " + LONGEST + " characters");
        }
    }

    /** An account beside this one, for which nothing else was said. */
    OwnAccount beside(String name) {
        String both = account + "/" + name;
        return new OwnAccount(channel, both.substring(0, Math.min(both.length(), LONGEST)), idScope);
    }
}
