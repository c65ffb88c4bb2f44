package dev.tributary.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Appends an entry for every audited request before the first byte of its answer leaves, with the status that it has. Where the entry
 * cannot be written, the request fails, and nothing was shown.
 */
final class AuditFilter extends OncePerRequestFilter {

    private static final String DONE = AuditFilter.class.getName() + ".done";

    private final AuditTrail trail;

    AuditFilter(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        SealedResponse sealed = new SealedResponse(response, status -> seal(request, who, status));
        try {
            chain.doFilter(request, sealed);
        } catch (ServletException | IOException | RuntimeException failure) {
            seal(request, who, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            throw failure;
        }
        if (!request.isAsyncStarted()) {
            seal(request, who, sealed.status());
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private void seal(HttpServletRequest request, @Nullable Authentication who, int status) {
        Act act = AuditMark.on(request);
        if (act != null && request.getAttribute(DONE) == null) {
            trail.append(Deeds.of(request, who, act, status));
            request.setAttribute(DONE, true);
        }
    }
}
