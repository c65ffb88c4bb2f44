package dev.tributary.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;

/** The company's own sign-in, where the settings name one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty("tributary.access.oidc.issuer")
@EnableConfigurationProperties(OidcSettings.class)
class OidcConfiguration {

    /** How our paths call the provider, and the page that leads there. */
    private static final String PROVIDER = "company";

    @Bean
    OidcPeople oidcPeople(OidcSettings settings) {
        return new OidcPeople(settings);
    }

    /** The provider is asked for its description when the first person comes: the inbox works while it is down. */
    @Bean
    SupplierClientRegistrationRepository provider(OidcSettings settings) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(settings)));
    }

    private static ClientRegistration registration(OidcSettings settings) {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(PROVIDER)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "profile", "email")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }
}
