package dev.tributary.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooseKeysTest {

    @ParameterizedTest
    @CsvSource({
        "ann+shop@example.org, ann@example.org",
        "ann+a+b@example.org, ann@example.org",
        "+shop@example.org, +shop@example.org",
        "ann.smith@example.org, ann.smith@example.org",
        "a.n.n+shop@gmail.com, ann@gmail.com",
        "A.n.n@GoogleMail.com, ann@gmail.com",
        "ann@me.com, ann@icloud.com",
        "ann@mac.com, ann@icloud.com",
        "ann.b@icloud.com, ann.b@icloud.com",
        "ann@ya.ru, ann@yandex.ru",
        "ann@yandex.kz, ann@yandex.ru",
        "ann-b@yahoo.com, ann-b@yahoo.com",
        "an.n@live.com, an.n@live.com",
    })
    void findsTheMailboxBehindAnAddress(String raw, String mailbox) {
        assertThat(Identifier.email(raw).looseKeys()).containsExactly(mailbox);
        assertThat(EmailAddress.parse(raw).orElseThrow().loose()).isEqualTo(mailbox);
    }

    @ParameterizedTest
    @CsvSource({
        // Brazil, with and without the ninth digit; a line in a house has no ninth
        "+55 11 98765-4321, , +5511987654321 11987654321",
        "+55 11 8765-4321, , +5511987654321 11987654321",
        "(11) 8765-4321, BR, +5511987654321 11987654321",
        "+55 11 3765-4321, , +551137654321 1137654321",
        // Mexico, with the 1 of WhatsApp and without
        "+52 1 55 1234 5678, , +525512345678 5512345678",
        "+52 55 1234 5678, , +525512345678 5512345678",
        // Argentina, with the 9 from abroad, with the 15 at home, and with neither
        "+54 9 11 8765-4321, , +541187654321 1187654321",
        "011 15-8765-4321, AR, +541187654321 1187654321",
        "+54 11 8765-4321, , +541187654321 1187654321",
        // an extension is of the line
        "+1 202 555 0143 ext. 12, , +12025550143 2025550143",
        // without a country code
        "(202) 555-0143, , 2025550143",
        "030 / 123456, , 30123456",
        "4915112345678, , +4915112345678 15112345678 4915112345678",
        "02 1234567, , 21234567",
        "+39 02 1234567, , +39021234567 21234567",
        "12345, , ''",
        "+999 123456789, , ''",
        "withheld, , ''",
    })
    void findsTheNumberBehindItsSpellings(String raw, String region, String keys) {
        assertThat(String.join(
                        " ",
                        Identifier.phone(raw, region).looseKeys().stream()
                                .sorted()
                                .toList()))
                .isEqualTo(keys);
    }

    @ParameterizedTest
    @CsvSource({
        "+55 11 98765-4321, +55 11 8765-4321, true",
        "+52 1 55 1234 5678, +52 55 1234 5678, true",
        "+54 9 11 8765-4321, +54 11 8765-4321, true",
        "030 1234567, +49 30 1234567, true",
        "(202) 555-0143, +1 202 555 0143, true",
        "4915112345678, +49 151 12345678, true",
        "030 1234567, 30 1234567, true",
        "+1 202 555 0143, +1 202 555 0143 ext. 12, true",
        "+1 202 555 0143, +44 20 2555 0143, false",
        "+49 2025 550143, +1 202 555 0143, false",
        "+49 30 1234567, +49 30 1234568, false",
    })
    void takesTwoSpellingsOfANumberForOneUnlessTheirCountriesDiffer(String one, String other, boolean mayBe) {
        Identifier first = Identifier.phone(one, null);
        Identifier second = Identifier.phone(other, null);

        assertThat(first.mayBe(second)).isEqualTo(mayBe);
        assertThat(second.mayBe(first)).isEqualTo(mayBe);
    }

    @Test
    void givesNoKeyToWhatNamesNobodyLoosely() {
        assertThat(Identifier.email("nobody").looseKeys()).isEmpty();
        assertThat(Identifier.email("pаypal@example.org").looseKeys()).isEmpty();
        assertThat(Identifier.handle("x", "ann").looseKeys()).isEmpty();
        assertThat(Identifier.id("x", "12025550143").looseKeys()).isEmpty();
        assertThat(Identifier.handle("x", "ann").mayBe(Identifier.handle("x", "ann")))
                .isFalse();
        assertThat(Identifier.email("ann@example.org").mayBe(Identifier.id("x", "ann@example.org")))
                .isFalse();
        assertThat(Identifier.email("ann+shop@example.org").mayBe(Identifier.email("ann@example.org")))
                .isTrue();
    }

    @Test
    void neverRewritesAValue() {
        assertThat(Identifier.email("a.nn+shop@googlemail.com").value()).isEqualTo("a.nn+shop@googlemail.com");
        assertThat(Identifier.phone("+54 9 11 8765-4321", null).value()).isEqualTo("+5491187654321");
        assertThat(Identifier.phone("+52 1 55 1234 5678", null))
                .isEqualTo(new Identifier(IdentifierType.PHONE, "+5215512345678", "+52 1 55 1234 5678", false));
    }

    @Property(tries = 1_000)
    void aKeyIsItsOwnKeyAndNothingBreaksIt(@ForAll String text) {
        for (Identifier any : new Identifier[] {Identifier.phone(text, null), Identifier.phone("+" + text, null)}) {
            assertThat(any.looseKeys())
                    .allSatisfy(key -> assertThat(new Identifier(IdentifierType.PHONE, key, key, true).looseKeys())
                            .contains(key));
        }
    }
}
