package dev.tributary.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.Authentication;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Requests of one kind, and who may make them.
 *
 * @param method null for every method; what may be got may be asked for by HEAD as well
 * @param roles those that may, the admin among them; null where anybody may
 */
record Door(
        @Nullable HttpMethod method,
        PathPattern path,
        @Nullable Set<Role> roles) {

    /** For everybody, signed in or not. */
    static Door anybody(@Nullable HttpMethod method, String path) {
        return new Door(method, PathPatternParser.defaultInstance.parse(path), null);
    }

    static Door signedIn(HttpMethod method, String path) {
        return of(method, path, EnumSet.allOf(Role.class));
    }

    static Door of(HttpMethod method, String path, Set<Role> roles) {
        EnumSet<Role> all = EnumSet.of(Role.ADMIN);
        all.addAll(roles);
        return new Door(method, PathPatternParser.defaultInstance.parse(path), all);
    }

    boolean leads(PathContainer asked) {
        return path.matches(asked);
    }

    boolean takes(String asked, PathContainer where) {
        return (method == null || method.matches(asked.equals("HEAD") ? "GET" : asked)) && leads(where);
    }

    boolean opensTo(@Nullable Authentication who) {
        if (roles == null) {
            return true;
        }
        List<String> authorities = who == null || !who.isAuthenticated()
                ? List.of()
                : who.getAuthorities().stream().map(String::valueOf).toList();
        return roles.stream().map(Role::authority).anyMatch(authorities::contains);
    }
}
