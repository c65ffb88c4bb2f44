package dev.tributary.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbedTicketsTest {

    @TempDir
    private Path home;

    private final SettableClock clock = new SettableClock();
    private EmbedTickets tickets;

    @BeforeEach
    void inAHome() {
        tickets = new EmbedTickets(new Home(home), clock);
    }

    @Test
    void opensOneContactForFiveMinutes() {
        String ticket = tickets.issue("7", "api:crm");

        assertThat(tickets.admit(ticket, "7").map(EmbedTickets.Admitted::viewer))
                .contains("api:crm");
        assertThat(tickets.admit(ticket, "8")).isEmpty();
        clock.pass(Duration.ofMinutes(5));
        assertThat(tickets.admit(ticket, "7")).isEmpty();
    }

    @Test
    void thePageThatWasOpenedMayBeReadForHalfAnHourAndNoLonger() {
        String next =
                tickets.admit(tickets.issue("7", "mia"), "7").orElseThrow().next();

        clock.pass(Duration.ofMinutes(29));
        assertThat(tickets.admit(next, "7").map(EmbedTickets.Admitted::next)).contains(next);
        assertThat(tickets.admit(next, "8")).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        assertThat(tickets.admit(next, "7")).isEmpty();
    }

    @Test
    void aTicketThatWasAlteredOrMadeElsewhereIsNone(@TempDir Path elsewhere) {
        String ticket = tickets.issue("7", "mia");
        EmbedTickets others = new EmbedTickets(new Home(elsewhere), clock);

        for (int at = 0; at < ticket.length(); at++) {
            char other = ticket.charAt(at) == 'A' ? 'B' : 'A';
            assertThat(tickets.admit(ticket.substring(0, at) + other + ticket.substring(at + 1), "7"))
                    .isEmpty();
        }
        assertThat(others.admit(ticket, "7")).isEmpty();
        assertThat(tickets.admit("", "7")).isEmpty();
        assertThat(tickets.admit("..", "7")).isEmpty();
    }

    @Test
    void theKeyOutlivesTheProcessAndIsOursAlone() throws IOException {
        String ticket = tickets.issue("7", "mia");

        assertThat(new EmbedTickets(new Home(home), clock).admit(ticket, "7")).isPresent();
        assertThat(Files.getPosixFilePermissions(home.resolve("access/embed.key")))
                .hasSize(2);
    }
}
