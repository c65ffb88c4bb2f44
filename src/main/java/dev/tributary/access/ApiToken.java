package dev.tributary.access;

import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program may do. Times are UTC; the token itself is kept nowhere.
 *
 * @param client the program, as its users call it
 * @param usedAt to the quarter of an hour; null where it never was
 * @param expiresAt null where it does not
 * @param revokedAt null where it stands
 */
public record ApiToken(
        long id,
        String client,
        Set<Role> roles,
        LocalDateTime createdAt,
        @Nullable LocalDateTime usedAt,
        @Nullable LocalDateTime expiresAt,
        @Nullable LocalDateTime revokedAt) {

    boolean stands(LocalDateTime now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
