package dev.tributary.access;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** What the guards of requests are made of. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties({AccessSettings.class, EmbedSettings.class})
class AccessConfiguration implements WebMvcConfigurer {

    private static final String STRICT = "Strict";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AuditMark());
    }

    @Bean
    Screens screens(ViewResolver viewResolver, JsonMapper json) {
        return new Screens(viewResolver, json);
    }

    @Bean
    Strangers strangers(Screens screens, AuditTrail trail) {
        return new Strangers(screens, trail);
    }

    @Bean
    Browsers browsers(AccessSettings access, EmbedSettings embed) {
        return new Browsers(access, embed);
    }

    @Bean
    Throttle throttle(Clock clock) {
        return new Throttle(clock);
    }

    /** The company's sign-in sends people back from its own site, and a strict cookie would not come along. */
    @Bean
    CookieSameSiteSupplier sessionCookie(ObjectProvider<OidcPeople> oidc) {
        return (oidc.getIfAvailable() == null ? CookieSameSiteSupplier.ofStrict() : CookieSameSiteSupplier.ofLax())
                .whenHasName("tributary");
    }

    /** {@code ${@companySignIn…}} on the page. */
    @Bean
    CompanySignIn companySignIn(ObjectProvider<OidcSettings> oidc) {
        OidcSettings settings = oidc.getIfAvailable();
        return new CompanySignIn(settings == null ? null : settings.label());
    }

    /** Tokens against forged forms lie in a cookie, so that those who only look at the door open no session. */
    @Bean
    CookieCsrfTokenRepository formTokens(AccessSettings settings) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> {
            cookie.sameSite(STRICT);
            if (settings.https()) {
                cookie.secure(true);
            }
        });
        return tokens;
    }

    /** The page that somebody wanted who had to sign in first: its path, in a cookie. */
    @Bean
    RequestCache wanted(AccessSettings settings) {
        CookieRequestCache wanted = new CookieRequestCache();
        wanted.setRequestMatcher(request -> request.getMethod().equals("GET")
                && !Screens.isForPrograms(request)
                && !Screens.isForHtmx(request)
                && !request.getRequestURI().equals("/login"));
        wanted.setCookieCustomizer(cookie -> {
            cookie.setSecure(settings.https() || cookie.getSecure());
            cookie.setAttribute("SameSite", "Lax");
        });
        return wanted;
    }
}
