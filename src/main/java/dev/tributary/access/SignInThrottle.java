package dev.tributary.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody try passwords one after the other: each account and each address has its turn, and then waits. */
final class SignInThrottle extends OncePerRequestFilter {

    private final Throttle throttle;
    private final Screens screens;

    SignInThrottle(Throttle throttle, Screens screens) {
        this.throttle = throttle;
        this.screens = screens;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isSignIn(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = throttle.attempt(account(request), address(request));
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        screens.page(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "login",
                Map.of("wait", wait.toMinutes() + 1 + " min"));
    }

    /** Somebody came in: what failed before is forgotten of their account, but not of their address. */
    void succeeded(HttpServletRequest request) {
        if (isSignIn(request)) {
            throttle.forget(account(request));
            throttle.takeBack(address(request));
        }
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals("/login");
    }

    private static String account(HttpServletRequest request) {
        return "account "
                + Sha256.hex(Optional.ofNullable(request.getParameter("username"))
                        .orElse("")
                        .strip()
                        .toLowerCase(Locale.ROOT));
    }

    private static String address(HttpServletRequest request) {
        return "address " + Network.key(request);
    }
}
