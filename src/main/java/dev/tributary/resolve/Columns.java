package dev.tributary.resolve;

import dev.tributary.match.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which columns of a table are which fields. A field may have several columns, each with values of its own, and a value may be put
 * together of several columns. Immutable.
 */
public final class Columns {

    /** The fields that a file may have. */
    public static final List<Field> FIELDS = List.of(
            Field.GIVEN,
            Field.FAMILY,
            Field.NAME,
            Field.EMAIL,
            Field.PHONE,
            Field.STREET,
            Field.POSTCODE,
            Field.CITY,
            Field.BIRTH,
            Field.COMPANY,
            Field.NUMBER);

    private static final Map<Field, Pattern> NAMES = new EnumMap<>(
            Map.ofEntries(
                    name(
                            Field.GIVEN,
                            "given|(given|first|fore|christian)names?|fname|vorname|prenom|nombres?|properyfirstname"),
                    name(Field.FAMILY, "family|(family|last|sur)names?|lname|nachname|familienname|apellidos?|nom"),
                    name(Field.NAME, "(full|display|contact|person|customer|client|complete)?name"),
                    name(
                            Field.EMAIL,
                            "((primary|other|work|private|home|business|personal)?(e?mails?)(address|addresses|id)?|correo(electronico)?)\\d?"),
                    name(
                            Field.PHONE,
                            "((primary|other|work|private|home|business|personal|contact)?(phones?|mobiles?|telephones?|tel|cell|handy|telefono?|movil|celular)(phone|nummer|number|numbers|no)?)\\d?"),
                    name(
                            Field.STREET,
                            "street|streetname|(street|home|postal|mailing)?address(line|street)?1?|addr(ess)?1?|strasse|straße|anschrift|calle|direccion|rue"),
                    name(Field.POSTCODE, "(post(al)?|zip)(code|al)?|plz|postleitzahl|codigopostal|cp|codepostal"),
                    name(Field.CITY, "city|town|suburb|locality|ort|stadt|wohnort|ciudad|ville|municipality"),
                    name(
                            Field.BIRTH,
                            "birth|dob|birthday|birthdate|dateofbirth|geburtsdatum|geburtstag|geboren|fecha(de)?nacimiento|born"),
                    name(
                            Field.COMPANY,
                            "(company|organi[sz]ation|business|account|site|firm|employer)(name)?|firma|unternehmen|empresa|arbeitgeber"),
                    name(
                            Field.NUMBER,
                            "ssn|socsecid|soc(ial)?sec(urity)?(id|no|number)?|nationalid|(national)?insurancenumber|nino|tax(id|number|no)|vat(id|number|no)?|ustid(nr)?|steuernummer|nif|dni|nhsnumber|passport(no|number)?")));

    private static final Pattern HOUSE =
            Pattern.compile("(street|house|haus|building)(number|no|nr|nummer)|hausnr|numero");

    private final Map<Field, List<List<String>>> columns;
    private final Map<Field, List<List<String>>> guessed;

    private Columns(Map<Field, List<List<String>>> columns, Map<Field, List<List<String>>> guessed) {
        this.columns = columns;
        this.guessed = guessed;
    }

    private static Map.Entry<Field, Pattern> name(Field field, String pattern) {
        return Map.entry(field, Pattern.compile(pattern));
    }

    /**
     * The columns that were named, and for all other fields those whose names tell.
     *
     * @param header all columns of the table
     * @param named by the user: {@code street_number+address_1} is one value of two columns
     * @param taken columns that are no field, such as the id
     * @throws UnusableTable where a column that was named is not there, or none is known
     */
    static Columns of(Collection<String> header, Map<Field, List<String>> named, Collection<String> taken) {
        Map<Field, List<List<String>>> columns = new EnumMap<>(Field.class);
        Set<String> used = new HashSet<>(taken);
        named.forEach((field, texts) -> texts.forEach(text -> {
            List<String> parts = header.contains(text)
                    ? List.of(text)
                    : Arrays.stream(text.split("\\+")).map(String::strip).toList();
            parts.forEach(part -> expect(part, header));
            used.addAll(parts);
            columns.computeIfAbsent(field, it -> new ArrayList<>()).add(parts);
        }));
        Map<Field, List<List<String>>> guessed = guessed(header, columns.keySet(), used);
        columns.putAll(guessed);
        if (columns.isEmpty()) {
            throw new UnusableTable(
                    "no column's name tells what it holds; say it with --map, such as --map given=COLUMN,"
                            + "family=COLUMN,email=COLUMN; the columns are " + String.join(", ", header));
        }
        return new Columns(columns, guessed);
    }

    /** @throws UnusableTable where there is no such column */
    static void expect(String column, Collection<String> header) {
        if (!header.contains(column)) {
            throw new UnusableTable("there is no column '" + column + "'; " + Spelling.cure(column, header));
        }
    }

    private static Map<Field, List<List<String>>> guessed(
            Collection<String> header, Set<Field> known, Set<String> used) {
        Map<Field, List<List<String>>> guessed = new EnumMap<>(Field.class);
        List<String> houses = new ArrayList<>();
        for (String column : header) {
            String plain = plain(column);
            if (used.contains(column)) {
                continue;
            }
            if (HOUSE.matcher(plain).matches()) {
                houses.add(column);
            }
            for (Field field : FIELDS) {
                boolean severalAllowed = field == Field.EMAIL || field == Field.PHONE;
                if (!known.contains(field)
                        && NAMES.get(field).matcher(plain).matches()
                        && (severalAllowed || !guessed.containsKey(field))) {
                    guessed.computeIfAbsent(field, it -> new ArrayList<>()).add(List.of(column));
                    break;
                }
            }
        }
        List<List<String>> streets = guessed.get(Field.STREET);
        if (streets != null && houses.size() == 1) {
            guessed.put(
                    Field.STREET, List.of(List.of(houses.get(0), streets.get(0).get(0))));
        }
        return guessed;
    }

    /** A column's name in small letters and digits; of an address such as {@code http://…#phone_number} the end. */
    private static String plain(String column) {
        String last = column.substring(Math.max(column.lastIndexOf('#'), column.lastIndexOf('/')) + 1);
        return last.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Every value of a field as its columns are put together. */
    Map<Field, List<List<String>>> all() {
        return Collections.unmodifiableMap(columns);
    }

    /** The columns that were not named by the user, as they would be: {@code street=street_number+address_1}. */
    public List<String> guesses() {
        return written(guessed);
    }

    /** All of them, as a user would name them. */
    public List<String> inUse() {
        return written(columns);
    }

    private static List<String> written(Map<Field, List<List<String>>> columns) {
        Map<Field, List<List<String>>> ordered = new HashMap<>(columns);
        return FIELDS.stream()
                .filter(ordered::containsKey)
                .flatMap(field -> ordered.get(field).stream()
                        .map(parts -> field.word() + "=" + parts.stream().collect(Collectors.joining("+"))))
                .toList();
    }
}
