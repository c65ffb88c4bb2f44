package dev.tributary.definition;

import dev.tributary.interaction.NaturalKey;

/**
 * An account of ours on a channel.
 *
 * @param channel the name of the channel: {@code [a-z0-9][a-z0-9-]{0,31}}
 * @param account up to 190 characters: it scopes ids and tells inbound from outbound
 * @param idScope how far the platform's ids of people reach
 */
public record OwnAccount(String channel, String account, IdScope idScope) {

    /** The most characters that an account may have. */
    static final int LONGEST = 190;

    /** The most characters that a channel may have. */
    static final int LONGEST_CHANNEL = 32;

    private static final int DIGITS_OF_A_KEY = 32;

    public OwnAccount {
        Name.check(channel);
        if (channel.length() > LONGEST_CHANNEL) {
            throw new IllegalArgumentException("a channel has at most " + LONGEST_CHANNEL + " characters");
        }
        if (account.isBlank() || account.length() > LONGEST) {
            throw new IllegalArgumentException("an account has 1 to " + LONGEST + " characters");
        }
    }

    /** An account beside this one, for which nothing else was said. Two names are two accounts, however long they are. */
    OwnAccount beside(String name) {
        String both = account + "/" + name;
        return new OwnAccount(channel, both.length() > LONGEST ? shortened(both) : both, idScope);
    }

    private static String shortened(String account) {
        return account.substring(0, LONGEST - DIGITS_OF_A_KEY - 1) + "#"
                + NaturalKey.of("account", account).hex();
    }
}
