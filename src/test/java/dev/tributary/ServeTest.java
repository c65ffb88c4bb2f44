package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code tributary serve} starts, and how it does not. */
class ServeTest {

    @TempDir
    private Path home;

    @Test
    void namesEverySecretThatIsMissingAndNoValue() {
        Installation installation = installed().with("VERIFY_TOKEN", "a word of our own");

        Ended ended = installation.tributary("serve", "--port", "0");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err().lines())
                .containsExactly(
                        "Source line: SECRET is not set; put it into the environment or the config tree.",
                        "Source wechat-safe: SECRET is not set; put it into the environment or the config tree.",
                        "Source whatsapp: SECRET is not set; put it into the environment or the config tree.");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void saysThatAnEncodingKeyIsNone() {
        Installation installation = installed()
                .with("VERIFY_TOKEN", "a word of our own")
                .with("SECRET", Sender.SECRET)
                .with("AES_KEY", "a value to keep");

        Ended ended = installation.tributary("serve", "--port", "0");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .startsWith("Source wechat-safe: what ${AES_KEY} holds is no EncodingAESKey; copy the 43 letters")
                .doesNotContain("a value to keep");
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = installed().tributary("serve", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).startsWith("Nobody can listen at 127.0.0.1 port " + taken.getLocalPort());
        }
    }

    @Test
    void tellsTheAddressesOfTheInboxInOneLineAndReceivesAlone() {
        Installation installation = installed()
                .with("VERIFY_TOKEN", "a word of our own")
                .with("SECRET", Sender.SECRET)
                .with("AES_KEY", Sender.AES_KEY);
        Serving serving = installation.serve();
        String at = serving.at("").toString();

        Ended second = installation.tributary("serve", "--port", "0");
        Ended first = serving.stopped();

        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err()).startsWith("Another tributary serve is at work in this home folder; stop it first");
        assertThat(first.exitCode()).isZero();
        assertThat(first.out().lines())
                .satisfiesExactly(
                        listening -> assertThat(listening)
                                .isEqualTo("Listening at " + at + ". Inbox: " + at + "/inbox/line " + at
                                        + "/inbox/wechat-safe " + at + "/inbox/whatsapp. Help: tributary serve --help"),
                        admin -> assertThat(admin)
                                .matches(
                                        "The first user is admin, and the password ([a-z0-9]{5}-){4}[a-z0-9]{5}. It is shown this once; .*"));
    }

    private Installation installed() {
        Installation installation = Installation.onH2(home)
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [line, whatsapp, wechat-safe]\n");
        for (Sender sender : new Sender[] {Sender.LINE, Sender.META, Sender.WECHAT_ENCRYPTED}) {
            installation.file("jobs/sources/" + sender.source() + ".yaml", sender.definition());
        }
        return installation;
    }
}
