package dev.tributary.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMAIL | Anna@Example.org | anna@example.org | SAME",
                "EMAIL | anna+shop@example.org | anna@example.org | CLOSE",
                "EMAIL | a.berger@gmail.com | aberger@googlemail.com | CLOSE",
                "EMAIL | a.berger@example.org | aberger@example.org | SIMILAR",
                "EMAIL | a.b@example.org | ab@example.org | DIFFERENT",
                "EMAIL | anna@example.org | anna@exmaple.org | SIMILAR",
                "EMAIL | anna@example.org | ben@example.org | DIFFERENT",
                "EMAIL | аnna@example.org | anna@example.org | UNKNOWN",
                "PHONE | 030 23125017 | +49 30 23125-017 | SAME",
                "PHONE | +55 11 98765-4321 | +55 11 8765-4321 | CLOSE",
                "PHONE | +52 1 55 1234 5678 | +52 55 1234 5678 | CLOSE",
                "PHONE | +49 30 23125017 | +49 30 23125018 | SIMILAR",
                "PHONE | +49 30 23125017 | +49 40 60000999 | DIFFERENT",
                "PHONE | +49 30 23125 ext 17 | +49 30 23125 ext 18 | DIFFERENT",
                "PHONE | +49 30 23125 ext 17 | +49 30 23125 | CLOSE",
                "PHONE | 0000000 | 0000000 | UNKNOWN",
                "NUMBER | AB-123 456 | ab123456 | SAME",
                "NUMBER | 5304218 | 5340218 | CLOSE",
                "NUMBER | 5304218 | 9239102 | DIFFERENT",
                "GIVEN | Robert | Bob | CLOSE",
                "GIVEN | Anna Maria | Anna | CLOSE",
                "GIVEN | A. | Anna | CLOSE",
                "GIVEN | B. | Anna | DIFFERENT",
                "GIVEN | Michaela | Micheala | SIMILAR",
                "GIVEN | Hans Peter | Hans Jörg | DIFFERENT",
                "GIVEN | 太郎 | Taro | UNKNOWN",
                "FAMILY | Müller | Mueller | CLOSE",
                "FAMILY | O'Brien | OBrien | SAME",
                "FAMILY | García Márquez | Garcia | CLOSE",
                "FAMILY | van der Berg | Vanderberg | CLOSE",
                "FAMILY | Berger | Schmidt | DIFFERENT",
                "NAME | Berger, Anna | Anna Berger | SAME",
                "NAME | Dr. Anna Berger | anna berger | SAME",
                "NAME | Berger Anna | Anna Berger | CLOSE",
                "NAME | Anna L. Berger | Anna Berger | CLOSE",
                "NAME | Anna Berger | Anna Bergner | SIMILAR",
                "NAME | Anna | Anna Berger | SIMILAR",
                "NAME | Anna Berger | Ben Carter | DIFFERENT",
                "NAME | ACME Fan 77 | Anna Berger | UNKNOWN",
                "NAME | John Doe Jr. | John Doe Sr. | DIFFERENT",
                "NAME | John Doe Jr. | John Doe III | DIFFERENT",
                "COMPANY | Acme GmbH | ACME | CLOSE",
                "COMPANY | Acme Outdoor Ltd | Acme Outdoors | CLOSE",
                "COMPANY | Chicago Commons | Chicago Commons Association | SIMILAR",
                "COMPANY | School No. 12 | School No. 14 | DIFFERENT",
                "STREET | 12 Main Street | 12 Main St. | SAME",
                "STREET | Hauptstraße 5 | Hauptstr. 5 | SAME",
                "STREET | 12 Main | 12 Main St | CLOSE",
                "STREET | 12 Main St Apt 4 | 12 Main St | CLOSE",
                "STREET | Main St | 12 Main St | SIMILAR",
                "STREET | 12 Main St | 14 Main St | DIFFERENT",
                "STREET | 12 Wallaby Pl | 12 Walaby Pl | CLOSE",
                "POSTCODE | 02119 | 2119 | CLOSE",
                "POSTCODE | 60302-1234 | 60302 | CLOSE",
                "POSTCODE | 60302 | 10115 | DIFFERENT",
                "CITY | Köln | koln | SAME",
                "CITY | Frankfurt am Main | Frankfurt | CLOSE",
                "BIRTH | 1980-04-03 | 19800403 | SAME",
                "BIRTH | 3.4.1980 | 1980-04-03 | SAME",
                "BIRTH | 4/3/1980 | 1980-04-03 | CLOSE",
                "BIRTH | 19800403 | 19800404 | CLOSE",
                "BIRTH | 19800403 | 19800425 | SIMILAR",
                "BIRTH | 19800403 | 19551231 | DIFFERENT",
                "BIRTH | 1900-01-01 | 1900-01-01 | UNKNOWN",
                "HANDLE | @Ann | ann | SAME"
            })
    void twoValuesOfAFieldAgreeAsFarAsPeopleWouldSay(Field field, String one, String other, Agreement expected) {
        Profile left = Profile.builder("DE").add(field, one).build();
        Profile right = Profile.builder("DE").add(field, other).build();

        assertThat(Comparison.of(left, right).in(field)).isEqualTo(expected);
        assertThat(Comparison.of(right, left)).isEqualTo(Comparison.of(left, right));
    }

    @Test
    void whatIsBlankOnOneSideIsUnknown() {
        Profile anna = Profile.builder(null)
                .add(Field.GIVEN, "Anna")
                .add(Field.EMAIL, " ")
                .build();
        Profile ben = Profile.builder(null).add(Field.FAMILY, "Carter").build();

        assertThat(Comparison.of(anna, ben)).isEqualTo(Agreements.NONE);
    }

    @Test
    void ofSeveralAddressesTheTwoCountThatAgreeMost() {
        Profile anna = Profile.builder(null)
                .add(Field.EMAIL, "anna@work.example")
                .add(Field.EMAIL, "anna@home.example")
                .build();
        Profile same = Profile.builder(null)
                .add(Field.EMAIL, "other@work.example")
                .add(Field.EMAIL, "anna@home.example")
                .build();

        assertThat(Comparison.of(anna, same).in(Field.EMAIL)).isEqualTo(Agreement.SAME);
    }

    @Test
    void givenAndFamilyNameInEachOthersPlaceAreClose() {
        Profile anna = Profile.builder(null)
                .add(Field.GIVEN, "Anna")
                .add(Field.FAMILY, "Berger")
                .build();
        Profile turned = Profile.builder(null)
                .add(Field.GIVEN, "Berger")
                .add(Field.FAMILY, "Anna")
                .build();

        Agreements found = Comparison.of(anna, turned);

        assertThat(found.in(Field.GIVEN)).isEqualTo(Agreement.CLOSE);
        assertThat(found.in(Field.FAMILY)).isEqualTo(Agreement.CLOSE);
        assertThat(found.in(Field.NAME)).isEqualTo(Agreement.CLOSE);
    }

    @Test
    void aWholeNameIsComparedWithGivenAndFamilyNameToo() {
        Profile whole =
                Profile.builder(null).add(Field.NAME, "Anna Maria Berger").build();
        Profile parts = Profile.builder(null)
                .add(Field.GIVEN, "Anna")
                .add(Field.FAMILY, "Berger")
                .build();

        Agreements found = Comparison.of(whole, parts);

        assertThat(found.in(Field.GIVEN)).isEqualTo(Agreement.CLOSE);
        assertThat(found.in(Field.FAMILY)).isEqualTo(Agreement.SAME);
        assertThat(found.in(Field.NAME)).isEqualTo(Agreement.CLOSE);
    }

    @Test
    void numbersWithoutACountryCodeAreCloseToThoseWithOne() {
        Profile bare = Profile.builder(null).add(Field.PHONE, "(212) 677-0606").build();
        Profile e164 = Profile.builder(null).add(Field.PHONE, "+1 212-677-0606").build();

        assertThat(Comparison.of(bare, e164).in(Field.PHONE)).isEqualTo(Agreement.CLOSE);
        assertThat(Comparison.of(
                                bare,
                                Profile.builder(null)
                                        .add(Field.PHONE, "212/677-0606")
                                        .build())
                        .in(Field.PHONE))
                .isEqualTo(Agreement.SAME);
    }

    @Test
    void aTurkishComputerSeesTheSameNames() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            Profile one = Profile.builder(null).add(Field.NAME, "IRIS WILKIN").build();
            Profile other = Profile.builder(null).add(Field.NAME, "iris wilkin").build();

            assertThat(Comparison.of(one, other).in(Field.NAME)).isEqualTo(Agreement.SAME);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void nothingPersonalIsPrinted() {
        Profile anna = Profile.builder(null)
                .add(Field.NAME, "Anna Berger")
                .add(Field.EMAIL, "anna@example.org")
                .build();

        assertThat(anna).hasToString("email name given family");
        assertThat(anna.terms(Field.EMAIL)).hasToString("[***]");
    }
}
