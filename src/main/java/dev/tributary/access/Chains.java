package dev.tributary.access;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.RequestCache;

/** Who guards which requests: the inbox, programs with a token, pages inside the CRM's, and the console. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Chains {

    private final Strangers strangers;
    private final Browsers browsers;
    private final Screens screens;
    private final Throttle throttle;
    private final AuditTrail trail;

    Chains(Strangers strangers, Browsers browsers, Screens screens, Throttle throttle, AuditTrail trail) {
        this.strangers = strangers;
        this.browsers = browsers;
        this.screens = screens;
        this.throttle = throttle;
        this.trail = trail;
    }

    /** Deliveries are signed: the inbox sees to itself. */
    @Bean
    @Order(1)
    SecurityFilterChain inboxChain(HttpSecurity http) {
        return stateless(http.securityMatcher("/inbox/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(HeadersConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain tokenChain(HttpSecurity http, ApiTokens tokens) {
        return stateless(guarded(http.securityMatcher(TokenSignIn::isAsked)))
                .addFilterBefore(new TokenSignIn(tokens, throttle, screens), AnonymousAuthenticationFilter.class)
                .headers(browsers.alone())
                .build();
    }

    /** Pages that the CRM shows inside its own: by a ticket, or where the browser sends our cookie all the same. */
    @Bean
    @Order(3)
    SecurityFilterChain embedChain(HttpSecurity http, EmbedTickets tickets, Users users, Clock clock) {
        return guarded(http.securityMatcher("/embed/**"))
                .addFilterBefore(new SessionEnds(users, clock), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new TicketSignIn(tickets), AnonymousAuthenticationFilter.class)
                .headers(browsers.framed())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain consoleChain(
            HttpSecurity http,
            Users users,
            Clock clock,
            CsrfTokenRepository formTokens,
            RequestCache wanted,
            ObjectProvider<OidcPeople> oidc) {
        SignInThrottle turns = new SignInThrottle(throttle, screens);
        SignedIn signedIn = new SignedIn(trail, turns, wanted);
        SignInRefused refused = new SignInRefused(screens, users, trail);
        guarded(http)
                .addFilterBefore(new SessionEnds(users, clock), AnonymousAuthenticationFilter.class)
                .addFilterBefore(turns, UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new UnreadFiles(strangers), CsrfFilter.class)
                .headers(browsers.alone())
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens))
                .requestCache(cache -> cache.requestCache(wanted))
                .authenticationProvider(PasswordSignIn.with(users))
                .formLogin(form ->
                        form.loginPage("/login").successHandler(signedIn).failureHandler(refused))
                .logout(logout -> logout.addLogoutHandler(goodbye()).logoutSuccessUrl("/login?out"));
        oidc.ifAvailable(people -> http.oauth2Login(login -> login.loginPage("/login")
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(people))
                .successHandler(signedIn)
                .failureHandler(refused)));
        return http.build();
    }

    /** By the table of doors, and with an entry in the trail for what is audited. */
    private HttpSecurity guarded(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().access(new Doors()))
                .addFilterAfter(new NoSuchDoor(), HeaderWriterFilter.class)
                .addFilterAfter(new AuditFilter(trail), AuthorizationFilter.class)
                .exceptionHandling(it -> it.authenticationEntryPoint(strangers).accessDeniedHandler(strangers));
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private LogoutHandler goodbye() {
        return (request, response, who) -> {
            if (who != null) {
                trail.append(Deeds.of(request, who, Act.ACCESS, HttpServletResponse.SC_OK));
            }
        };
    }
}
