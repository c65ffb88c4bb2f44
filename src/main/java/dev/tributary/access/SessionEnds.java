package dev.tributary.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that is older than a working day, and that of a user whose entry in the file has changed or is gone. */
final class SessionEnds extends OncePerRequestFilter {

    static final Duration LONGEST = Duration.ofHours(12);

    private final Users users;
    private final Clock clock;

    SessionEnds(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && (isOld(session) || hasChanged(who))) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean isOld(HttpSession session) {
        return Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST).isBefore(clock.instant());
    }

    private boolean hasChanged(@Nullable Authentication who) {
        return who != null
                && who.getPrincipal() instanceof Account account
                && users.find(account.getUsername())
                        .filter(account.user()::equals)
                        .isEmpty();
    }
}
