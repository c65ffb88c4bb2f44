package dev.tributary.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves unread what somebody sends who may not send it. The token of a form that sends a file lies in its body, and would be sought there
 * before the doors are asked.
 */
final class UnreadFiles extends OncePerRequestFilter {

    private final Strangers strangers;

    UnreadFiles(Strangers strangers) {
        this.strangers = strangers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (!sendsAFile(request) || Doors.open(request, who)) {
            chain.doFilter(request, response);
        } else if (who == null) {
            strangers.commence(request, response, new InsufficientAuthenticationException("nobody is signed in"));
        } else {
            strangers.handle(request, response, new AccessDeniedException("the door is closed"));
        }
    }

    private static boolean sendsAFile(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }
}
