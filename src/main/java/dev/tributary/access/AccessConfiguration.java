package dev.tributary.access;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.web.servlet.ViewResolver;
import tools.jackson.databind.json.JsonMapper;

/** Who guards which requests. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties({AccessSettings.class, EmbedSettings.class})
class AccessConfiguration {

    private static final String SAME_SITE = "Strict";

    @Bean
    Screens screens(ViewResolver viewResolver, JsonMapper json) {
        return new Screens(viewResolver, json);
    }

    @Bean
    Strangers strangers(Screens screens) {
        return new Strangers(screens);
    }

    @Bean
    Browsers browsers(AccessSettings access, EmbedSettings embed) {
        return new Browsers(access, embed);
    }

    /** Deliveries are signed: the inbox sees to itself. */
    @Bean
    @Order(1)
    SecurityFilterChain inboxChain(HttpSecurity http) {
        return http.securityMatcher("/inbox/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(HeadersConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(10)
    SecurityFilterChain consoleChain(
            HttpSecurity http,
            Users users,
            Clock clock,
            Browsers browsers,
            Strangers strangers,
            Screens screens,
            AccessSettings settings) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().access(new Doors()))
                .addFilterBefore(new NoSuchDoor(), CsrfFilter.class)
                .addFilterBefore(new SessionEnds(users, clock), AnonymousAuthenticationFilter.class)
                .headers(browsers.alone())
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens(settings)))
                .requestCache(cache -> cache.requestCache(wanted(settings)))
                .authenticationManager(new ProviderManager(PasswordSignIn.with(users)))
                .formLogin(form -> form.loginPage("/login").failureHandler(new SignInRefused(screens)))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .exceptionHandling(it -> it.authenticationEntryPoint(strangers).accessDeniedHandler(strangers))
                .build();
    }

    @Bean
    CookieSameSiteSupplier sessionCookie() {
        return CookieSameSiteSupplier.ofStrict();
    }

    /** In a cookie, so that those who only look at the door open no session. */
    private static CookieCsrfTokenRepository csrfTokens(AccessSettings settings) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> {
            cookie.sameSite(SAME_SITE);
            if (settings.https()) {
                cookie.secure(true);
            }
        });
        return tokens;
    }

    /** The page that somebody wanted who had to sign in first. */
    private static CookieRequestCache wanted(AccessSettings settings) {
        CookieRequestCache wanted = new CookieRequestCache();
        wanted.setRequestMatcher(request -> request.getMethod().equals("GET")
                && !Screens.isForPrograms(request)
                && !Screens.isForHtmx(request)
                && !request.getRequestURI().equals("/login"));
        wanted.setCookieCustomizer(cookie -> cookie.setSecure(settings.https() || cookie.getSecure()));
        return wanted;
    }
}
