package dev.tributary.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** What every page knows of the one who looks at it: {@code signedIn}, the name or null, and {@code open}, the sections. */
final class Visible {

    /** In the order in which they are tried for whoever comes in by the front door. */
    private static final List<String> SECTIONS =
            List.of("review", "duplicates", "contacts", "runs", "sources", "response-times", "audit");

    private Visible() {}

    static Map<String, @Nullable Object> to(HttpServletRequest request) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        known.put(
                "signedIn",
                Optional.ofNullable(request.getUserPrincipal())
                        .map(Principal::getName)
                        .orElse(null));
        known.put("open", sections());
        return known;
    }

    /** Those that whoever is signed in may open. */
    static List<String> sections() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken
                ? List.of()
                : SECTIONS.stream()
                        .filter(section -> Doors.mayGet("/" + section, who))
                        .toList();
    }
}
