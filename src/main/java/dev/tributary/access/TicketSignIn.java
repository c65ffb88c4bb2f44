package dev.tributary.access;

import dev.tributary.access.EmbedTickets.Admitted;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Lets those in who open {@code /embed/contacts/ID} with a ticket, as a parameter or in the header {@code X-Embed-Ticket}, for this one
 * request. The page finds the ticket for its own links in the request's attribute {@code embedTicket}.
 */
final class TicketSignIn extends OncePerRequestFilter {

    private static final String PAGES = "/embed/contacts/";

    private final EmbedTickets tickets;

    TicketSignIn(EmbedTickets tickets) {
        this.tickets = tickets;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        admitted(request).ifPresent(it -> letIn(it, request));
        chain.doFilter(request, response);
    }

    private Optional<Admitted> admitted(HttpServletRequest request) {
        String path = request.getRequestURI();
        String ticket = Optional.ofNullable(request.getHeader("X-Embed-Ticket"))
                .orElseGet(() -> request.getParameter("ticket"));
        return ticket == null || !path.startsWith(PAGES) ? Optional.empty() : tickets.admit(ticket, contact(path));
    }

    /** As the page reads it from its path. */
    private static String contact(String path) {
        return UriUtils.decode(path.substring(PAGES.length()).replaceFirst("/.*", ""), StandardCharsets.UTF_8);
    }

    private static void letIn(Admitted admitted, HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                admitted.viewer(), null, Account.authorities(List.of(Role.VIEWER))));
        SecurityContextHolder.setContext(context);
        request.setAttribute("embedTicket", admitted.next());
    }
}
