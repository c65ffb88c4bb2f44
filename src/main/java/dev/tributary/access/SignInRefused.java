package dev.tributary.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Shows the page again, without telling what was wrong. */
final class SignInRefused implements AuthenticationFailureHandler {

    private final Screens screens;
    private final Users users;
    private final AuditTrail trail;

    SignInRefused(Screens screens, Users users, AuditTrail trail) {
        this.screens = screens;
        this.users = users;
        this.trail = trail;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        trail.append(Deeds.of(request, tried(request), Act.ACCESS, HttpServletResponse.SC_UNAUTHORIZED));
        String what = request.getMethod().equals("POST") ? "refused" : "refusedByProvider";
        screens.page(request, response, HttpStatus.UNAUTHORIZED, "login", Map.of(what, true));
    }

    /** Only the names of users are written down: others may be a password in the wrong field. */
    private Authentication tried(HttpServletRequest request) {
        String name = Optional.ofNullable(request.getParameter("username"))
                .filter(it -> users.find(it).isPresent())
                .orElse(Deeds.UNKNOWN);
        return UsernamePasswordAuthenticationToken.unauthenticated(name, "");
    }
}
