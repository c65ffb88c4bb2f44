package dev.tributary.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Gives those whom the company's sign-in vouches for the roles of their groups; whoever has none does not come in. */
final class OidcPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService claims = new OidcUserService();
    private final OidcSettings settings;

    OidcPeople(OidcSettings settings) {
        this.settings = settings;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = claims.loadUser(request);
        String name = user.getClaimAsString(settings.nameClaim());
        List<Role> roles = roles(user.getClaims().get(settings.rolesClaim()));
        if (name == null || name.isBlank() || roles.isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error("access_denied"));
        }
        return new DefaultOidcUser(
                Account.authorities(roles), user.getIdToken(), user.getUserInfo(), settings.nameClaim());
    }

    private List<Role> roles(@Nullable Object groups) {
        Set<Object> theirs = groups instanceof Collection<?> several
                ? new HashSet<>(several)
                : groups == null ? Set.of() : Set.of(groups);
        return Arrays.stream(Role.values())
                .filter(role ->
                        settings.roles().getOrDefault(role, Set.of()).stream().anyMatch(theirs::contains))
                .toList();
    }
}
