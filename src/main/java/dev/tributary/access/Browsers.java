package dev.tributary.access;

import java.time.Duration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** What browsers are told not to do with our pages. */
final class Browsers {

    private static final Duration A_YEAR = Duration.ofDays(365);

    /** Whatever is not of this server is refused, and so is every script, style and form that a page carries inside. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; ";

    private static final String DEVICES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()";

    private final AccessSettings access;
    private final EmbedSettings embed;

    Browsers(AccessSettings access, EmbedSettings embed) {
        this.access = access;
        this.embed = embed;
    }

    /** For pages that stand alone. */
    Customizer<HeadersConfigurer<HttpSecurity>> alone() {
        return headers -> all(headers)
                .contentSecurityPolicy(csp -> csp.policyDirectives(POLICY + "frame-ancestors 'none'"))
                .crossOriginResourcePolicy(it -> it.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /** For pages that the CRM shows inside its own. */
    Customizer<HeadersConfigurer<HttpSecurity>> framed() {
        return headers -> all(headers)
                .contentSecurityPolicy(csp -> csp.policyDirectives(POLICY + embed.directive()))
                .frameOptions(FrameOptionsConfig::disable)
                .crossOriginResourcePolicy(it -> it.policy(CrossOriginResourcePolicy.CROSS_ORIGIN));
    }

    private HeadersConfigurer<HttpSecurity> all(HeadersConfigurer<HttpSecurity> headers) {
        return headers.referrerPolicy(it -> it.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(it -> it.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(it -> it.policy(DEVICES))
                .httpStrictTransportSecurity(it -> {
                    it.includeSubDomains(false).maxAgeInSeconds(A_YEAR.toSeconds());
                    if (access.https()) {
                        it.requestMatcher(AnyRequestMatcher.INSTANCE);
                    }
                });
    }
}
