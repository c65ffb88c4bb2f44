package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.FailureCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailTest {

    private static Map<String, Object> mail(String text) {
        return Decoding.of(text.replace("\n", "\r\n"), Format.EML).map();
    }

    @Test
    void aMailIsWhoWroteWhatToWhomAndInAnswerToWhat() {
        Map<String, Object> mail = mail("""
                Message-ID: <2@example.org>
                In-Reply-To: Message from Bob <1@example.org>
                References: <0@example.org>
                 <1@example.org>
                Date: Tue, 5 Mar 2024 09:30:00 +0200 (EET)
                Subject: Re: Your
                 order
                From: "Ann, Sales" <ann@example.org>
                To: Friends: bob@example.com, Carl <carl@example.com>;, dora@example.com
                Cc: undisclosed-recipients:;

                Hello Bob
                """);

        assertThat(mail)
                .containsEntry("messageId", "2@example.org")
                .containsEntry("inReplyTo", "1@example.org")
                .containsEntry("references", List.of("0@example.org", "1@example.org"))
                .containsEntry("date", "2024-03-05T09:30:00+02:00")
                .containsEntry("subject", "Re: Your order")
                .containsEntry("from", List.of(Map.of("name", "Ann, Sales", "address", "ann@example.org")))
                .containsEntry(
                        "to",
                        List.of(
                                Map.of("address", "bob@example.com"),
                                Map.of("name", "Carl", "address", "carl@example.com"),
                                Map.of("address", "dora@example.com")))
                .containsEntry("text", "Hello Bob\n")
                .doesNotContainKeys("cc", "bcc", "replyTo", "html", "attachments");
        assertThat(mail.get("headers"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("subject", List.of("Re: Your order"));
    }

    @Test
    void namesThatAreEncodedAreReadEvenWhenCutInTheMiddleOfALetter() {
        Map<String, Object> mail = mail("""
                From: =?utf-8?B?TcO8bGxlciw=?= =?utf-8?Q?_J=C3?= =?utf-8?Q?=B6rg?= <j@example.org>
                To: "=?iso-8859-1*de?Q?J=F6rg?=" <k@example.org>
                Subject: =?no-such-charset?Q?gr=C3=BC=C3=9Fe?= and =?utf-8?Q?gr=FC=DFe?=

                x
                """);

        assertThat(mail)
                .containsEntry("from", List.of(Map.of("name", "Müller, Jörg", "address", "j@example.org")))
                .containsEntry("to", List.of(Map.of("name", "Jörg", "address", "k@example.org")))
                .containsEntry("subject", "grüße and grüße");
    }

    @Test
    void headersOfEightBitsSurviveInEitherCharset() {
        String mail = "From: Jörg <jörg@exämple.org>\nSubject: grüße\n\nx\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            assertThat(Decoding.of(mail.getBytes(charset), Format.EML, DecodeOptions.DEFAULT)
                            .map())
                    .containsEntry("from", List.of(Map.of("name", "Jörg", "address", "jörg@exämple.org")))
                    .containsEntry("subject", "grüße");
        }
    }

    @Test
    void addressesThatProgramsWroteWronglyAreNotMixedUp() {
        assertThat(
                        mail(
                                "From: ann@example.org bob@example.com\nTo: Big Bug bb@example.org\nCc: me@home <c@example.org>\n\nx"))
                .containsEntry(
                        "from", List.of(Map.of("address", "ann@example.org"), Map.of("address", "bob@example.com")))
                .containsEntry("to", List.of(Map.of("name", "Big Bug", "address", "bb@example.org")))
                .containsEntry("cc", List.of(Map.of("name", "me@home", "address", "c@example.org")));
    }

    @Test
    void twoSendersAreTwo() {
        assertThat(mail("From: ann@example.org\nFrom: bob@example.com\n\nx"))
                .containsEntry(
                        "from", List.of(Map.of("address", "ann@example.org"), Map.of("address", "bob@example.com")));
    }

    @Test
    void theTextIsReadInTheCharsetThatItIsReallyIn() {
        String head = "Subject: x\nContent-Type: text/plain; charset=%s\nContent-Transfer-Encoding: 8bit\n\n";
        String text = "grüße";
        assertThat(Decoding.of(bytes(head.formatted("us-ascii"), text, "UTF-8"), Format.EML, DecodeOptions.DEFAULT)
                        .map())
                .containsEntry("text", text);
        assertThat(Decoding.of(bytes(head.formatted("utf-8"), text, "ISO-8859-1"), Format.EML, DecodeOptions.DEFAULT)
                        .map())
                .containsEntry("text", text);
        assertThat(Decoding.of(bytes(head.formatted("koi8-r"), "привет", "KOI8-R"), Format.EML, DecodeOptions.DEFAULT)
                        .map())
                .containsEntry("text", "привет");
    }

    private static byte[] bytes(String head, String text, String charset) {
        return (head + text).getBytes(Charset.forName(charset));
    }

    @Test
    void alternativesAndFilesAreToldApart() {
        Map<String, Object> mail = mail("""
                Subject: files
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: base64

                R3LDvMOfZQ==
                --a
                Content-Type: text/html
                Content-Transfer-Encoding: quoted-printable

                <b>Gr=C3=BC=C3=9Fe</b>
                --a--
                --m
                Content-Type: application/pdf
                Content-Disposition: attachment; filename*0*=utf-8''Gr%C3%BC; filename*1*=%C3%9Fe.pdf
                Content-Transfer-Encoding: base64

                AAECAw==
                --m
                Content-Type: message/rfc822

                Subject: inner
                From: eve@example.org

                inner text
                --m--
                """);

        assertThat(mail)
                .containsEntry("subject", "files")
                .containsEntry("text", "Grüße")
                .containsEntry("html", "<b>Grüße</b>")
                .containsEntry(
                        "attachments",
                        List.of(
                                Map.of("name", "Grüße.pdf", "mediaType", "application/pdf", "bytes", 4L),
                                Map.of("mediaType", "message/rfc822", "bytes", 51L)))
                .doesNotContainKey("from");
    }

    @Test
    void whatIsNoMailIsNotTakenForOne() {
        assertThat(Decoding.of("\u0000\u0001\u0002", Format.EML).unreadable()).hasSize(1);
        assertThat(Decoding.of("", Format.EML).reason()).startsWith("the file is empty");
        assertThat(Decoding.of("Subject: x\n\n" + "x".repeat(2000), Format.EML, Decoding.recordsUpTo(1000))
                        .unreadable())
                .extracting(Payload.Unreadable::code)
                .containsExactly(FailureCode.TOO_LARGE);
    }

    @Test
    void aMailNestedWithoutEndIsRefused() {
        StringBuilder mail = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\n\n");
        for (int i = 0; i < 20_000; i++) {
            mail.append("--b")
                    .append(i)
                    .append("\nContent-Type: multipart/mixed; boundary=b")
                    .append(i + 1)
                    .append("\n\n");
        }
        assertThat(Decoding.of(mail.toString(), Format.EML).unreadable())
                .extracting(Payload.Unreadable::code)
                .containsExactly(FailureCode.TOO_LARGE);
    }
}
