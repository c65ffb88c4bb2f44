package dev.tributary.access;

import static dev.tributary.access.Role.OPERATOR;
import static dev.tributary.access.Role.PRIVACY_OFFICER;
import static dev.tributary.access.Role.STEWARD;
import static dev.tributary.access.Role.VIEWER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;

/** The one table of who may open what. The first door that takes a request decides; what no door takes is closed to everybody. */
final class Doors implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<Role> READERS = Set.of(VIEWER, STEWARD, PRIVACY_OFFICER);
    private static final Set<Role> STEWARDS = Set.of(STEWARD);
    private static final Set<Role> OPERATORS = Set.of(OPERATOR);
    private static final Set<Role> NIGHT = Set.of(STEWARD, OPERATOR);
    private static final Set<Role> NUMBERS = Set.of(STEWARD, OPERATOR, PRIVACY_OFFICER);

    private static final List<Door> ALL = List.of(
            Door.anybody(null, "/inbox/**"),
            Door.anybody(null, "/error"),
            Door.anybody(GET, "/assets/**"),
            Door.anybody(GET, "/webjars/htmx.org/**"),
            Door.anybody(GET, "/login"),
            Door.anybody(POST, "/login"),
            Door.anybody(GET, "/login/oauth2/code/{provider}"),
            Door.anybody(GET, "/oauth2/authorization/{provider}"),
            Door.anybody(POST, "/logout"),
            Door.anybody(GET, "/actuator/health"),
            Door.anybody(GET, "/actuator/health/liveness"),
            Door.anybody(GET, "/actuator/health/readiness"),
            Door.of(GET, "/actuator/prometheus", OPERATORS),
            Door.signedIn(GET, "/"),
            Door.of(GET, "/contacts/**", READERS),
            Door.of(POST, "/contacts/{id}/**", STEWARDS),
            Door.of(GET, "/embed/contacts/{id}/**", READERS),
            Door.of(GET, "/review/**", STEWARDS),
            Door.of(POST, "/review/**", STEWARDS),
            Door.of(GET, "/duplicates/**", STEWARDS),
            Door.of(POST, "/duplicates/**", STEWARDS),
            Door.of(GET, "/response-times/**", Set.of(VIEWER, STEWARD, OPERATOR, PRIVACY_OFFICER)),
            Door.of(GET, "/runs/{id}/report/{file}", NIGHT),
            Door.of(GET, "/runs/**", NUMBERS),
            Door.of(POST, "/runs", OPERATORS),
            Door.of(POST, "/runs/{id}/restart", OPERATORS),
            Door.of(POST, "/runs/{id}/approve", STEWARDS),
            Door.of(POST, "/runs/{id}/reject", STEWARDS),
            Door.of(GET, "/sources/**", NIGHT),
            Door.of(POST, "/sources/{name}/replay", OPERATORS),
            Door.of(GET, "/audit", Set.of(PRIVACY_OFFICER)),
            Door.of(GET, "/api/contacts/**", READERS),
            Door.of(POST, "/api/contacts/{id}/embed-ticket", READERS),
            Door.of(GET, "/api/runs/**", NIGHT),
            Door.of(GET, "/api/cases/**", STEWARDS),
            Door.of(POST, "/api/cases/{id}/verdict", STEWARDS),
            Door.of(DELETE, "/api/cases/{id}/verdict", STEWARDS),
            Door.signedIn(GET, "/api"),
            Door.signedIn(GET, "/swagger-ui.html"),
            Door.signedIn(GET, "/swagger-ui/**"),
            Door.signedIn(GET, "/v3/api-docs.yaml"),
            Door.signedIn(GET, "/v3/api-docs/**"));

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(isOpen(request.getMethod(), path(request), who.get()));
    }

    /** Whether any door lies at the path of a request, whatever its method. */
    static boolean lead(HttpServletRequest request) {
        return ALL.stream().anyMatch(door -> door.leads(path(request)));
    }

    /** Whether somebody may make a request. */
    static boolean open(HttpServletRequest request, @Nullable Authentication who) {
        return isOpen(request.getMethod(), path(request), who);
    }

    /** Whether somebody may get what lies at a path. */
    static boolean mayGet(String path, @Nullable Authentication who) {
        return isOpen("GET", PathContainer.parsePath(path), who);
    }

    private static boolean isOpen(String method, PathContainer path, @Nullable Authentication who) {
        return ALL.stream()
                .filter(door -> door.takes(method, path))
                .findFirst()
                .filter(door -> door.opensTo(who))
                .isPresent();
    }

    private static PathContainer path(HttpServletRequest request) {
        return ServletRequestPathUtils.parse(request).pathWithinApplication();
    }
}
