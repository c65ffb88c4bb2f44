package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tributary user}, {@code token} and {@code audit}, one day of an administrator. */
class AccessCommandsTest {

    @Test
    void usersAndTokensComeAndGoAndTheTrailKeepsIt(@TempDir Path home) {
        Installation installation = Installation.onH2(home);

        String password = installation
                .tributary("--json", "user", "add", "mia", "--role", "steward,viewer")
                .json()
                .at("/password")
                .asString();
        Ended again = installation.tributary("user", "add", "mia", "--role", "VIEWER");
        Ended asked =
                withInput("a long word of mia\n", () -> installation.tributary("user", "password", "mia", "--ask"));
        Ended listed = installation.tributary("user", "list");
        String token = installation
                .tributary("--json", "token", "add", "crm", "--role", "VIEWER", "--expires", "P90D")
                .json()
                .at("/token")
                .asString();
        Ended tokens = installation.tributary("token", "list");
        Ended revoked = installation.tributary("token", "revoke", "1");
        Ended gone = installation.tributary("token", "revoke", "1");
        Ended removed = installation.tributary("user", "remove", "mia");

        assertThat(password).hasSize(29);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).startsWith("There is a user mia already");
        assertThat(asked.out()).contains("User mia has a new password");
        assertThat(listed.out().strip()).matches("mia +\\[VIEWER, STEWARD]");
        assertThat(token).matches("trib_[A-Za-z0-9_-]{43}");
        assertThat(tokens.out()).contains("crm", "[VIEWER]", "expires").doesNotContain(token);
        assertThat(revoked.exitCode()).isZero();
        assertThat(gone.err()).startsWith("No token that stands has the number 1");
        assertThat(removed.exitCode()).isZero();
        assertThat(installation.rows("SELECT act, what FROM audit_entry ORDER BY number"))
                .containsExactly(
                        "ACCESS | user add mia [VIEWER, STEWARD]",
                        "ACCESS | user password mia",
                        "ACCESS | token add crm [VIEWER]",
                        "ACCESS | token revoke 1",
                        "ACCESS | user remove mia");
        theTrailIsVerified(installation, password, token);
    }

    private static void theTrailIsVerified(Installation installation, String password, String token) {
        Ended whole = installation.tributary("--json", "audit", "verify");
        String anchor = whole.json().at("/newestHash").asString();
        Ended listed = installation.tributary("audit", "list", "--since", "2026-01-01");
        installation.change("UPDATE audit_entry SET what = 'user add eve [ADMIN]' WHERE number = 3");
        Ended forged = installation.tributary("audit", "verify", "--anchor", anchor);

        assertThat(whole.exitCode()).isZero();
        assertThat(whole.json().at("/entries").asInt()).isEqualTo(5);
        assertThat(listed.out().lines()).hasSize(5);
        assertThat(listed.out()).doesNotContain(password, token);
        assertThat(forged.exitCode()).isEqualTo(1);
        assertThat(forged.out()).startsWith("Entry 3 was changed after it was written. The 2 entries before it hold");
    }

    private static Ended withInput(String text, Supplier<Ended> command) {
        InputStream standard = System.in;
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try {
            return command.get();
        } finally {
            System.setIn(standard);
        }
    }
}
