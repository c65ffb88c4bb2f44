package dev.tributary.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What those hear who are not signed in, or may not do what they ask for. */
final class Strangers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Screens screens;
    private final AuditTrail trail;

    Strangers(Screens screens, AuditTrail trail) {
        this.screens = screens;
        this.trail = trail;
    }

    /** Nobody is signed in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        if (Screens.isForPrograms(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tributary\"");
            screens.problem(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "Send a token as 'Authorization: Bearer …'; 'tributary token add' makes one.");
        } else if (Screens.isForHtmx(request)) {
            response.setHeader("HX-Redirect", "/login");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect("/login");
        }
    }

    /** Somebody is, whose roles do not suffice, or whose form is not one of ours. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && !(who instanceof AnonymousAuthenticationToken)) {
            trail.append(Deeds.of(request, who, Act.ACCESS, HttpServletResponse.SC_FORBIDDEN));
        }
        if (Screens.isForPrograms(request)) {
            screens.problem(response, HttpStatus.FORBIDDEN, "Your roles do not open this.");
        } else if (Screens.isForHtmx(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
