package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.FailureCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxWriterTest {

    private static final String HEAD =
            "Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                    + "--b\r\nContent-Type: text/plain\r\n\r\ntext\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\n";

    /** Bytes of an attachment cannot be mended by whoever reads them, so their count tells whether all came back. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "From ann@example.org Fri Mar  1 09:30:00 2024\r\n",
                "\r\nFrom ann@example.org Fri Mar  1 09:30:00 2024\r\n\r\n",
                ">From ann@example.org Fri Mar  1 09:30:00 2024\n",
                "\n\n>>>From \n\nFrom \nFrom\n From x\n",
                "\n",
                "\r\n\r\n\r\n",
                "a\u0000\rFrom \r\r\n",
                "From left-out@tributary.invalid Fri Mar  1 09:30:00 2024\nX-Tributary-Left-Out: 1 bytes; UID 1 of INBOX\n"
            })
    void hostileLinesComeBackByteByByte(String lines) {
        MailboxWriter mailbox = new MailboxWriter();
        for (int i = 0; i < 3; i++) {
            mailbox.add(mail(lines), "Fri, 1 Mar 2024 10:30:00 +0100");
        }

        List<Object> mails = read(mailbox).contents();

        assertThat(mails)
                .hasSize(3)
                .allSatisfy(mail -> assertThat(mail)
                        .extracting("attachments")
                        .isEqualTo(List.of(Map.of("mediaType", "application/octet-stream", "bytes", (long)
                                lines.getBytes(StandardCharsets.UTF_8).length))));
    }

    @Test
    void aMailMayEndAnyhow() {
        MailboxWriter mailbox = new MailboxWriter();
        for (String text : List.of("a", "a\n", "a\r\n", "a\n\n", "", "From ")) {
            mailbox.add(("Subject: x\n\n" + text).getBytes(StandardCharsets.US_ASCII), null);
        }

        assertThat(read(mailbox).contents())
                .extracting(mail -> (Object) ((Map<?, ?>) mail).get("text"))
                .containsExactly("a\n", "a\n", "a\n", "a\n\n", null, "From \n");
        assertThat(mailbox.mails()).isEqualTo(6);
    }

    @Test
    void theTimeOfArrivalStandsInForADate() {
        MailboxWriter mailbox = new MailboxWriter();
        mailbox.add("Subject: x\n\n".getBytes(StandardCharsets.US_ASCII), "Fri, 1 Mar 2024 10:30:00 +0100 (CET)");
        mailbox.add("Subject: x\n\n".getBytes(StandardCharsets.US_ASCII), null);
        mailbox.add(
                "Received: from a by b; Thu, 29 Feb 2024 08:00:00 +0000\nReceived: by a; Mon, 1 Jan 2024 00:00:00 +0000\n\n"
                        .getBytes(StandardCharsets.US_ASCII),
                "Fri, 1 Mar 2024 10:30:00 +0100");

        assertThat(read(mailbox).contents())
                .extracting(mail -> (Object) ((Map<?, ?>) mail).get("received"))
                .containsExactly("2024-03-01T09:30:00Z", null, "2024-02-29T08:00:00Z");
    }

    @Test
    void aMailThatWasLeftOutSaysWhereItLies() {
        MailboxWriter mailbox = new MailboxWriter();
        mailbox.add(mail("a"), null);
        mailbox.addLeftOut("Subject: secret\r\n".getBytes(StandardCharsets.US_ASCII), null, 73_400_320, 42, "Größe");
        mailbox.add(mail("b"), null);

        Decoding read = read(mailbox);
        assertThat(read.lines()).containsExactly(1L, 2L, 3L);
        assertThat(read.unreadable())
                .containsExactly(
                        new Payload.Unreadable(
                                2,
                                FailureCode.TOO_LARGE,
                                "the mail with UID 42 of the folder Größe has 73400320 bytes, more than is taken in, and was left in"
                                        + " the mailbox; save it from there as a file, and bring it in with a source of kind: file"));
    }

    private static byte[] mail(String attached) {
        return (HEAD + attached + "\r\n--b--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Decoding read(MailboxWriter mailbox) {
        return Decoding.of(mailbox.content(), Format.MBOX, DecodeOptions.DEFAULT);
    }
}
