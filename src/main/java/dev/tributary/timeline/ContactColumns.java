package dev.tributary.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises the columns of a contact export by their names, in whatever case and with whatever punctuation. */
final class ContactColumns {

    /** What a column holds. */
    enum Field {
        ID,
        NAME,
        GIVEN_NAME,
        FAMILY_NAME,
        COMPANY,
        STREET,
        POSTCODE,
        CITY,
        COUNTRY,
        BIRTH_DATE,
        CONSENT,
        SOURCE,
        CHANGED_AT,
        EMAIL,
        PHONE,
        HANDLE
    }

    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            Map.entry(Field.ID, List.of("id", "contactid", "externalid", "recordid", "customerid", "crmid", "uid")),
            Map.entry(Field.NAME, List.of("name", "fullname", "displayname", "contactname")),
            Map.entry(Field.GIVEN_NAME, List.of("givenname", "firstname", "forename", "vorname", "propertyfirstname")),
            Map.entry(Field.FAMILY_NAME, List.of("familyname", "lastname", "surname", "nachname", "propertylastname")),
            Map.entry(
                    Field.COMPANY,
                    List.of("company", "companyname", "organization", "organisation", "account", "accountname")),
            Map.entry(
                    Field.STREET,
                    List.of(
                            "street",
                            "streetaddress",
                            "address",
                            "address1",
                            "addressline1",
                            "mailingstreet",
                            "propertyaddress",
                            "straße",
                            "strasse")),
            Map.entry(
                    Field.POSTCODE,
                    List.of(
                            "postcode",
                            "postalcode",
                            "zip",
                            "zipcode",
                            "mailingpostalcode",
                            "propertyzip",
                            "plz",
                            "postleitzahl")),
            Map.entry(Field.CITY, List.of("city", "town", "mailingcity", "propertycity", "ort", "stadt")),
            Map.entry(Field.COUNTRY, List.of("country", "countrycode", "region")),
            Map.entry(
                    Field.BIRTH_DATE,
                    List.of("birthdate", "dateofbirth", "birthday", "dob", "propertydateofbirth", "geburtsdatum")),
            Map.entry(
                    Field.CONSENT,
                    List.of("consent", "consentstatus", "marketingconsent", "contactconsent", "permission", "optin")),
            Map.entry(Field.SOURCE, List.of("source", "sourcesystem", "system", "recordsource")),
            Map.entry(
                    Field.CHANGED_AT,
                    List.of(
                            "changedat",
                            "lastchanged",
                            "modified",
                            "modifiedat",
                            "lastmodified",
                            "lastmodifieddate",
                            "propertylastmodifieddate",
                            "updated",
                            "updatedat",
                            "lastupdated")),
            Map.entry(Field.HANDLE, List.of("handles", "handle", "social", "socialhandles")));

    private static final Pattern SEPARATOR = Pattern.compile("[;\\n]");

    private ContactColumns() {}

    /** Empty where the column is none that a contact is made of. */
    static Optional<Field> fieldOf(String column) {
        String name = column.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        for (Map.Entry<Field, List<String>> entry : NAMES.entrySet()) {
            if (entry.getValue().contains(name)) {
                return Optional.of(entry.getKey());
            }
        }
        if (name.matches("(property|other|work|private|home|business|personal)?(e?mails?)(address|addresses)?\\d?")) {
            return Optional.of(Field.EMAIL);
        }
        return name.matches(
                        "(property|other|work|private|home|business|personal)?(phones?|mobiles?|telephones?|cell)(phone|number|numbers)?\\d?")
                ? Optional.of(Field.PHONE)
                : Optional.empty();
    }

    /** The values of a cell that may hold several, separated by {@code ;} or a line break. */
    static List<String> values(String cell) {
        List<String> values = new ArrayList<>();
        for (String value : SEPARATOR.split(cell)) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return values;
    }
}
