package dev.tributary.crash;

import dev.tributary.Installation;
import dev.tributary.testing.MySql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

class UpgradeOnMySqlTest extends Upgrade {

    /** They are in comments that only MySQL's own client heeds. */
    private static final List<String> SETTINGS_OF_THE_DUMP = List.of(
            "SET NAMES utf8mb4",
            "SET time_zone = '+00:00'",
            "SET foreign_key_checks = 0",
            "SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO'");

    private final MySql.Database before = MySql.emptyDatabase();
    private final MySql.Database calm = MySql.emptyDatabase();

    @Override
    Installation left(Path home) throws Exception {
        try (Connection connection = DriverManager.getConnection(before.url(), before.user(), before.password())) {
            for (String setting : SETTINGS_OF_THE_DUMP) {
                connection.createStatement().execute(setting);
            }
            ScriptUtils.executeSqlScript(connection, new FileSystemResource(home.resolve("database.sql")));
        }
        return Installation.onMySql(home, before);
    }

    @Override
    Installation fresh(Path home) {
        return Installation.onMySql(home, calm);
    }

    @Override
    String archive() {
        return "killed-at-1.15-mysql.zip";
    }

    @Override
    Map<String, List<String>> tables(Path home, boolean ofTheUpgraded) {
        return Tables.of(ofTheUpgraded ? before : calm);
    }
}
