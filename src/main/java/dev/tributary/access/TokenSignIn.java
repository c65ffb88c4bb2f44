package dev.tributary.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets programs in that show a token in the header {@code Authorization}, for this one request. */
final class TokenSignIn extends OncePerRequestFilter {

    private static final String BEARER = "bearer ";

    private final ApiTokens tokens;
    private final Throttle throttle;
    private final Screens screens;

    TokenSignIn(ApiTokens tokens, Throttle throttle, Screens screens) {
        this.tokens = tokens;
        this.throttle = throttle;
        this.screens = screens;
    }

    /** Whether a program shows a token: then no session counts, and no form can be forged. */
    static boolean isAsked(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return Screens.isForPrograms(request)
                && header != null
                && header.toLowerCase(Locale.ROOT).startsWith(BEARER);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = "token " + Network.key(request);
        Duration wait = throttle.attempt(key);
        if (!wait.isZero()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
            screens.problem(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many tokens were wrong; wait, and send the right one.");
            return;
        }
        Optional<ApiToken> token = tokens.find(request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(BEARER.length())
                .strip());
        if (token.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tributary\", error=\"invalid_token\"");
            screens.problem(
                    response, HttpStatus.UNAUTHORIZED, "The token is none of ours, has expired, or was revoked.");
            return;
        }
        throttle.takeBack(key);
        letIn(token.get());
        chain.doFilter(request, response);
    }

    private static void letIn(ApiToken token) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "api:" + token.client(), null, Account.authorities(token.roles())));
        SecurityContextHolder.setContext(context);
    }
}
