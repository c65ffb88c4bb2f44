package dev.tributary.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.timeline.ContactColumns.Field;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactColumnsTest {

    @ParameterizedTest
    @CsvSource({
        "id, ID",
        "Contact ID, ID",
        "external_id, ID",
        "Record-Id, ID",
        "UID, ID",
        "Name, NAME",
        "Full Name, NAME",
        "displayName, NAME",
        "First Name, GIVEN_NAME",
        "property_firstname, GIVEN_NAME",
        "Vorname, GIVEN_NAME",
        "Last name, FAMILY_NAME",
        "SURNAME, FAMILY_NAME",
        "property_lastname, FAMILY_NAME",
        "Company Name, COMPANY",
        "Organisation, COMPANY",
        "Street, STREET",
        "Address 1, STREET",
        "Postal code, POSTCODE",
        "ZIP, POSTCODE",
        "PLZ, POSTCODE",
        "City, CITY",
        "Date of birth, BIRTH_DATE",
        "DOB, BIRTH_DATE",
        "Consent, CONSENT",
        "Marketing consent, CONSENT",
        "Source, SOURCE",
        "Last Modified Date, CHANGED_AT",
        "Country, COUNTRY",
        "Country Code, COUNTRY",
        "Email, EMAIL",
        "E-mail Address, EMAIL",
        "emails, EMAIL",
        "property_email, EMAIL",
        "Work Email, EMAIL",
        "Email 2, EMAIL",
        "Other E-Mail, EMAIL",
        "Phone, PHONE",
        "Mobile Phone, PHONE",
        "phone_number, PHONE",
        "Telephone 1, PHONE",
        "Cell, PHONE",
        "Business Phone, PHONE",
        "Handles, HANDLE",
        "Social, HANDLE"
    })
    void knowsAColumnByItsName(String column, Field field) {
        assertThat(ContactColumns.fieldOf(column)).contains(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Notes", "Email opt-out", "Phone consent", "Last contacted", "Fax", "Owner", "Created at"})
    void leavesOtherColumnsAside(String column) {
        assertThat(ContactColumns.fieldOf(column)).isEmpty();
    }

    @Test
    void knowsItsColumnsWhereverItRuns() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(ContactColumns.fieldOf("EMAIL")).contains(Field.EMAIL);
            assertThat(ContactColumns.fieldOf("ID")).contains(Field.ID);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void splitsACellThatHoldsSeveralValues() {
        assertThat(ContactColumns.values(" a@example.org; b@example.org\n\n;c@example.org;"))
                .containsExactly("a@example.org", "b@example.org", "c@example.org");
        assertThat(ContactColumns.values(" ; ")).isEmpty();
    }
}
