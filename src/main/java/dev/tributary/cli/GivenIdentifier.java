package dev.tributary.cli;

import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.IdentifierType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An identifier as a user gives it on the command line, {@code TYPE:VALUE}.
 *
 * @param value canonical
 */
record GivenIdentifier(IdentifierType type, String value) {

    /** Reads values as people write them; numbers need their country code. */
    static final class Converter implements ITypeConverter<GivenIdentifier> {

        @Override
        public GivenIdentifier convert(String text) {
            int colon = text.indexOf(':');
            IdentifierType type = type(colon < 1 ? "" : text.substring(0, colon));
            String value = text.substring(colon + 1).strip();
            int scope = value.indexOf(':');
            if ((type == IdentifierType.HANDLE || type == IdentifierType.ID) && scope < 1) {
                throw new TypeConversionException(
                        "write it with its channel, such as " + type.name().toLowerCase(Locale.ROOT) + ":x:ann");
            }
            Identifier read = switch (type) {
                case EMAIL -> Identifier.email(value);
                case PHONE -> Identifier.phone(value, null);
                case HANDLE -> Identifier.handle(value.substring(0, scope), value.substring(scope + 1));
                case ID -> Identifier.id(value.substring(0, scope), value.substring(scope + 1));
            };
            if (!read.usable()) {
                throw new TypeConversionException("it is no valid "
                        + (type == IdentifierType.EMAIL
                                ? "address"
                                : "number; write it with its country code, such as +49 30 12345"));
            }
            return new GivenIdentifier(type, read.value());
        }

        private static IdentifierType type(String word) {
            return Arrays.stream(IdentifierType.values())
                    .filter(it -> it.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("write TYPE:VALUE, with one of "
                            + Arrays.stream(IdentifierType.values())
                                    .map(it -> it.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", "))
                            + ", such as phone:+493012345"));
        }
    }

    /** As one would give it again. */
    String written() {
        return type.name().toLowerCase(Locale.ROOT) + ":" + value;
    }

    /** Personal data: only the type is printed. */
    @Override
    public String toString() {
        return type + " ***";
    }
}
