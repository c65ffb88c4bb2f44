package dev.tributary.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Requests as the audit trail keeps them. */
final class Deeds {

    /** Who is not signed in, or gave a name that is no user's: what was typed is kept nowhere. */
    static final String UNKNOWN = "unknown";

    private Deeds() {}

    static Deed of(HttpServletRequest request, @Nullable Authentication who, Act act, int status) {
        boolean known = who != null && !(who instanceof AnonymousAuthenticationToken);
        return new Deed(
                known ? who.getName() : UNKNOWN,
                known ? roles(who) : "",
                act.name(),
                request.getMethod() + " " + request.getRequestURI(),
                status,
                Network.of(request));
    }

    private static String roles(Authentication who) {
        return who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(it -> it != null && it.startsWith(Role.PREFIX))
                .map(it -> it.substring(Role.PREFIX.length()))
                .sorted()
                .collect(Collectors.joining(","));
    }
}
