package dev.tributary.match;

import java.util.EnumMap;
import java.util.Map;

/**
 * How far two people agree in each field. Immutable.
 *
 * @param packed three bits for each field, in the order of {@link Field}
 */
public record Agreements(long packed) {

    static final int BITS = 3;
    private static final long MASK = 0b111;

    /** Nothing is known of both sides. */
    public static final Agreements NONE = none();

    private static Agreements none() {
        long packed = 0;
        for (Field field : Field.all()) {
            packed |= (long) Agreement.UNKNOWN.ordinal() << field.shift(BITS);
        }
        return new Agreements(packed);
    }

    /** Those that are given; UNKNOWN in all other fields. */
    public static Agreements of(Map<Field, Agreement> given) {
        Agreements agreements = NONE;
        for (Map.Entry<Field, Agreement> entry : given.entrySet()) {
            agreements = agreements.with(entry.getKey(), entry.getValue());
        }
        return agreements;
    }

    public Agreement in(Field field) {
        return Agreement.at((int) (packed >>> field.shift(BITS) & MASK));
    }

    /** The same with another agreement in one field. */
    public Agreements with(Field field, Agreement agreement) {
        int shift = field.shift(BITS);
        return new Agreements(packed & ~(MASK << shift) | (long) agreement.ordinal() << shift);
    }

    /** The fields of which something is known on both sides, in the order of {@link Field}. */
    public Map<Field, Agreement> known() {
        Map<Field, Agreement> known = new EnumMap<>(Field.class);
        for (Field field : Field.all()) {
            if (in(field) != Agreement.UNKNOWN) {
                known.put(field, in(field));
            }
        }
        return known;
    }

    @Override
    public String toString() {
        return known().toString();
    }
}
