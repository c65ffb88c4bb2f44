package dev.tributary.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann@Example.ORG | ann@example.org",
                "'  ann@example.org\t' | ann@example.org",
                "<ann@example.org> | ann@example.org",
                "mailto:ann@example.org | ann@example.org",
                "MAILTO:Ann@example.org | ann@example.org",
                "ann@example.org. | ann@example.org",
                "ann.smith+shop@gmail.com | ann.smith+shop@gmail.com",
                "ａｎｎ@ｅｘａｍｐｌｅ．ｏｒｇ | ann@example.org",
                "ann@bücher.example | ann@xn--bcher-kva.example",
                "ann@BÜCHER.example | ann@xn--bcher-kva.example",
                "ann@xn--bcher-kva.example | ann@xn--bcher-kva.example",
                "ann@faß.example | ann@xn--fa-hia.example",
                "ann@xn--FA-HIA.example | ann@xn--fa-hia.example",
                "ann@fass.example | ann@fass.example",
                "ann@例え。example | ann@xn--r8jz45g.example",
                "ann@r3---sn.example | ann@r3---sn.example",
                "zoë@example.org | zoë@example.org",
                "李ann@example.org | 李ann@example.org",
                "'zoe\u0308@example.org' | zoë@example.org",
                "анна@пример.example | анна@xn--e1afmkfd.example",
                "o'hara_{x}@example.org | o'hara_{x}@example.org",
                "a@b.co | a@b.co",
            })
    void writesTwoSpellingsOfOneAddressAlike(String raw, String canonical) {
        assertThat(EmailAddress.parse(raw.replace("''", "'")))
                .map(EmailAddress::value)
                .contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ann",
                "@example.org",
                "ann@",
                "ann@localhost",
                "ann@example..org",
                "ann@-example.org",
                "ann@example.123",
                "ann@[127.0.0.1]",
                "ann smith@example.org",
                "ann..smith@example.org",
                ".ann@example.org",
                "ann.@example.org",
                "\"ann smith\"@example.org",
                "ann(comment)@example.org",
                "Ann Smith <ann@example.org>",
                "ann@example.org, bo@example.org",
                "ann@bo@example.org",
                "ann@example.org\nBcc: bo@example.org",
                "ann\u0000@example.org",
                "ann\u200B@example.org",
                "\u200Bann@example.org",
                "ann@exam\u00ADple.org",
                "ann\u202Egro.elpmaxe@example.org",
                "ann\u2066@example.org",
                "ann\uFE0F@example.org",
                "ann\u3164@example.org",
                "ann\uE000@example.org",
                "pаypal@example.org",
                "paypal@exаmple.org",
                "αnn@example.org",
                "ann@xn--pypal-4ve.example",
                "ann@xn--a.example",
                "օnn@example.org",
                "ann\u09EA8@example.org",
                "ann\u034F@example.org",
                "ann\u115F@example.org",
                "ann\u180E@example.org",
                "ann\u2060@example.org",
                "ann\uFEFF@example.org",
                "ann@example.org\uD83D",
                "a😀@example.org",
            })
    void refusesWhatPassesForAnAddressAndIsNone(String raw) {
        assertThat(EmailAddress.parse(raw)).isEmpty();
    }

    @Test
    void refusesWhatIsLongerThanAnAddressMayBe() {
        String domain = ("d".repeat(60) + ".").repeat(3) + "example.org";
        assertThat(EmailAddress.parse(null)).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(60) + "@" + domain)).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(58) + "@" + domain)).isPresent();
        assertThat(EmailAddress.parse("a@" + "d".repeat(64) + ".org")).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(1_000_000))).isEmpty();
    }

    @Test
    void writesTheSameWhereverItRuns() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(EmailAddress.parse("MAILTO:IRIS@BIKINI.EXAMPLE"))
                    .map(EmailAddress::value)
                    .contains("iris@bikini.example");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void tellsItsParts() {
        EmailAddress ann = EmailAddress.parse("Ann.Smith+shop@Example.org").orElseThrow();

        assertThat(ann.localPart()).isEqualTo("ann.smith+shop");
        assertThat(ann.domain()).isEqualTo("example.org");
    }

    @Test
    void printsTooLittleToLearnTheAddress() {
        assertThat(EmailAddress.parse("ann@example.org").orElseThrow()).hasToString("a***@e***");
    }

    @Property(tries = 1_000)
    void whatItWritesItReadsAgain(@ForAll String local, @ForAll String domain) {
        Optional<EmailAddress> once = EmailAddress.parse(local + "@" + domain + ".example");

        assertThat(once.flatMap(it -> EmailAddress.parse(it.value()))).isEqualTo(once);
    }
}
