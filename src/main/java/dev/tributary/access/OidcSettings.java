package dev.tributary.access;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The company's own sign-in, by OpenID Connect.
 *
 * @param issuer its address, below which it describes itself
 * @param clientSecret from the environment
 * @param label what the button says
 * @param nameClaim the claim that names a person
 * @param rolesClaim the claim that lists a person's groups
 * @param roles which groups make somebody what
 */
@ConfigurationProperties("tributary.access.oidc")
record OidcSettings(
        String issuer,
        String clientId,
        String clientSecret,
        @DefaultValue("your company account") String label,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("groups") String rolesClaim,
        @DefaultValue Map<Role, Set<String>> roles) {

    OidcSettings {
        require(issuer, "issuer");
        require(clientId, "client-id");
        require(clientSecret, "client-secret");
        if (roles.isEmpty()) {
            throw new IllegalArgumentException(
                    "tributary.access.oidc.roles names no group; set one, such as tributary.access.oidc.roles.steward=crm-stewards");
        }
    }

    private static void require(String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("tributary.access.oidc." + name + " is not set");
        }
    }

    @Override
    public String toString() {
        return issuer;
    }
}
