package dev.tributary.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Shows the page again, without telling what was wrong. */
final class SignInRefused implements AuthenticationFailureHandler {

    private final Screens screens;

    SignInRefused(Screens screens) {
        this.screens = screens;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        screens.page(request, response, HttpStatus.UNAUTHORIZED, "login", Map.of("refused", true));
    }
}
