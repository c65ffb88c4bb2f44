package dev.tributary.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.Home;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class SessionEndsTest {

    @TempDir
    private Path home;

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusyItIs() throws ServletException, IOException {
        assertThat(isOverAfter(Duration.ofHours(12).minusMinutes(1))).isFalse();
        assertThat(isOverAfter(Duration.ofHours(12).plusMinutes(1))).isTrue();
    }

    private boolean isOverAfter(Duration time) throws ServletException, IOException {
        MockHttpSession session = new MockHttpSession();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/runs");
        request.setSession(session);
        new SessionEnds(new Users(new Home(home)), Clock.offset(Clock.systemUTC(), time))
                .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return session.isInvalid();
    }
}
