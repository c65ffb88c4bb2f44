package dev.tributary.interaction;

import org.jspecify.annotations.Nullable;

final class Missing {

    private Missing() {}

    /** @throws FieldMissing where the value is absent or a blank text */
    static void refuse(String field, @Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw new FieldMissing(field);
        }
    }
}
