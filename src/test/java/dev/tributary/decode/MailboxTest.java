package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.FailureCode;
import org.junit.jupiter.api.Test;

class MailboxTest {

    @Test
    void aMailboxIsItsMails() {
        String mailbox = """
                From ann@example.org Fri Mar  1 09:30:00 2024
                Subject: one

                Hello
                >From the start

                From here on this is still the first mail.

                From bob@example.org Fri Mar  1 09:31:00 2024
                Subject: two

                >>From twice
                """;

        Decoding file = Decoding.of(mailbox, Format.MBOX);
        assertThat(file.lines()).containsExactly(1L, 2L);
        assertThat(file.contents())
                .extracting("text")
                .containsExactly(
                        "Hello\nFrom the start\n\nFrom here on this is still the first mail.\n", ">From twice\n");
    }

    @Test
    void aTooLargeMailOfAMailboxCostsOnlyItself() {
        String post = "From a@example.org Fri Mar  1 09:30:00 2024\nSubject: x\n\n";
        Decoding file = Decoding.of(
                post + "a\n\n" + post + "b\n".repeat(1000) + "\n" + post + "c\n",
                Format.MBOX,
                Decoding.recordsUpTo(1000));

        assertThat(file.lines()).containsExactly(1L, 2L, 3L);
        assertThat(file.unreadable()).extracting(Payload.Unreadable::code).containsExactly(FailureCode.TOO_LARGE);
    }

    @Test
    void anotherFileIsNoMailbox() {
        assertThat(Decoding.of("Subject: x\n\nx", Format.MBOX).reason()).contains("does not begin with 'From '");
        assertThat(Decoding.of("", Format.MBOX).payloads()).isEmpty();
    }
}
