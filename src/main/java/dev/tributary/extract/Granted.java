package dev.tributary.extract;

import org.jspecify.annotations.Nullable;

/** @param refreshToken that takes the place of the one we sent; null where that stays */
record Granted(AccessToken token, @Nullable String refreshToken) {

    @Override
    public String toString() {
        return "a grant";
    }
}
