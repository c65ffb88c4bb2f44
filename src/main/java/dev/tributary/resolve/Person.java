package dev.tributary.resolve;

import dev.tributary.match.Profile;

/**
 * One contact of a list.
 *
 * @param id unique in the list
 */
public record Person(String id, Profile profile) {

    /** Personal data is not printed. */
    @Override
    public String toString() {
        return "person with " + profile;
    }
}
