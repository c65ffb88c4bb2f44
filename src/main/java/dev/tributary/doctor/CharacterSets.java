package dev.tributary.doctor;

import java.sql.SQLException;
import java.util.List;

/** Whether every letter that people write can be kept. Keys compare byte by byte whatever the schema's collation is. */
final class CharacterSets implements Look {

    private static final String WANTED = "utf8mb4";
    private static final String OTHERS =
            "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND character_set_name <> 'utf8mb4'";

    private final Database database;

    CharacterSets(Database database) {
        this.database = database;
    }

    @Override
    public List<Finding> look() throws SQLException {
        String schema = database.value("SELECT @@character_set_database").orElse("unknown");
        String collation = database.value("SELECT @@collation_database").orElse("unknown");
        long others = Long.parseLong(database.value(OTHERS).orElse("0"));
        if (!schema.equals(WANTED)) {
            return List.of(Finding.fail(
                    "the schema is of " + schema + ", which cannot keep every letter" + columns(others),
                    "ALTER DATABASE … CHARACTER SET utf8mb4, before the first table is made." + tables(others)));
        }
        return List.of(
                others > 0
                        ? Finding.fail(
                                "the schema is of utf8mb4" + columns(others),
                                tables(others).strip())
                        : Finding.good(WANTED + ", " + collation));
    }

    private static String columns(long others) {
        return others == 0 ? "" : "; " + others + " columns are of other character sets";
    }

    private static String tables(long others) {
        return others == 0
                ? ""
                : " ALTER TABLE … CONVERT TO CHARACTER SET utf8mb4 mends tables that are there, after a backup.";
    }
}
