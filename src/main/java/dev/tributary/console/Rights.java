package dev.tributary.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;

/**
 * Which buttons the signed-in person sees; whether they may press them is decided at the door.
 *
 * @param operates starts runs, replays quarantine
 * @param decides approves or rejects what is held
 * @param reads opens contacts
 * @param takesReports downloads reports, which hold personal data
 */
public record Rights(boolean operates, boolean decides, boolean reads, boolean takesReports) {

    static Rights of(HttpServletRequest request) {
        return new Rights(
                any(request, "OPERATOR"),
                any(request, "STEWARD"),
                any(request, "VIEWER", "STEWARD", "PRIVACY_OFFICER"),
                any(request, "STEWARD", "OPERATOR"));
    }

    private static boolean any(HttpServletRequest request, String... roles) {
        return request.isUserInRole("ADMIN") || Stream.of(roles).anyMatch(request::isUserInRole);
    }
}
