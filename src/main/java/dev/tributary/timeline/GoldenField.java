package dev.tributary.timeline;

import dev.tributary.definition.ContactField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a golden record. Personal data: only the field is printed.
 *
 * @param from the CRM's id of the contact whose word it is; null where nobody was merged into the contact
 */
public record GoldenField(
        ContactField field, String value, @Nullable String from) {

    static List<GoldenField> of(ResultSet row) throws SQLException {
        List<GoldenField> fields = new ArrayList<>();
        for (ContactField field : ContactField.values()) {
            String value = row.getString(field.column());
            if (value != null && !value.isBlank()) {
                fields.add(new GoldenField(field, value, row.getString(field.column() + "_from")));
            }
        }
        return fields;
    }

    @Override
    public String toString() {
        return field.name();
    }
}
