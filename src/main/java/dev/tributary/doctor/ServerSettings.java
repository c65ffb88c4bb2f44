package dev.tributary.doctor;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A check of what a MySQL server is set to. */
final class ServerSettings implements Look {

    private static final long LEAST_PACKET = 32L << 20;
    private static final String VARIABLES =
            "SHOW VARIABLES WHERE Variable_name IN ('local_infile', 'max_allowed_packet',"
                    + " 'innodb_flush_log_at_trx_commit', 'sync_binlog', 'log_bin', 'binlog_format', 'sql_mode')";

    private final Database database;
    private final Function<Map<String, String>, Finding> judgement;

    private ServerSettings(Database database, Function<Map<String, String>, Finding> judgement) {
        this.database = database;
        this.judgement = judgement;
    }

    static ServerSettings localInfile(Database database) {
        return new ServerSettings(database, ServerSettings::localInfile);
    }

    static ServerSettings packet(Database database) {
        return new ServerSettings(database, ServerSettings::packet);
    }

    static ServerSettings durability(Database database) {
        return new ServerSettings(database, ServerSettings::durability);
    }

    static ServerSettings binaryLog(Database database) {
        return new ServerSettings(database, ServerSettings::binaryLog);
    }

    static ServerSettings strict(Database database) {
        return new ServerSettings(database, ServerSettings::strict);
    }

    @Override
    public List<Finding> look() throws SQLException {
        return List.of(judgement.apply(database.pairs(VARIABLES)));
    }

    /** Our side sends files of one folder only, which holds nothing but rows that are to be loaded, whatever the address says. */
    static Finding localInfile(Map<String, String> set) {
        return Finding.good(
                isOn(set, "local_infile")
                        ? "on; many new rows are loaded at once"
                        : "off; rows are sent in batches, which makes a first night longer (SET PERSIST local_infile = ON)");
    }

    static Finding packet(Map<String, String> set) {
        String packet = set.get("max_allowed_packet");
        if (packet == null) {
            return Finding.unknown("the server does not say it", null);
        }
        String said = "max_allowed_packet is " + Sizes.text(Long.parseLong(packet));
        return Long.parseLong(packet) < LEAST_PACKET
                ? Finding.warn(
                        said + "; a large mail does not get through, and batches are small",
                        "SET PERSIST max_allowed_packet = 67108864, which is MySQL's own default.")
                : Finding.good(said);
    }

    static Finding durability(Map<String, String> set) {
        boolean flushed =
                set.getOrDefault("innodb_flush_log_at_trx_commit", "1").equals("1");
        boolean synced =
                !isOn(set, "log_bin") || set.getOrDefault("sync_binlog", "1").equals("1");
        return flushed && synced
                ? Finding.good("what is committed is on the disk")
                : Finding.warn(
                        "after a power failure the last second's commits may be gone ("
                                + (flushed ? "sync_binlog" : "innodb_flush_log_at_trx_commit") + " is not 1)",
                        "SET PERSIST innodb_flush_log_at_trx_commit = 1 and sync_binlog = 1.");
    }

    /** MySQL refuses rows at READ COMMITTED, at which we work, where it would log statements. */
    static Finding binaryLog(Map<String, String> set) {
        String format = set.getOrDefault("binlog_format", "ROW").toUpperCase(Locale.ROOT);
        return isOn(set, "log_bin") && format.equals("STATEMENT")
                ? Finding.fail(
                        "binlog_format is STATEMENT, with which our isolation (READ COMMITTED) cannot write",
                        "SET PERSIST binlog_format = ROW, which is MySQL's own default.")
                : Finding.good(isOn(set, "log_bin") ? format : "off; restoring to a point in time needs it");
    }

    static Finding strict(Map<String, String> set) {
        return set.getOrDefault("sql_mode", "").contains("STRICT_")
                ? Finding.good("strict: what does not fit is refused")
                : Finding.fail(
                        "not strict: what does not fit is cut without a word",
                        "SET PERSIST sql_mode = with STRICT_TRANS_TABLES in it, and take jdbcCompliantTruncation and sessionVariables out of SPRING_DATASOURCE_URL.");
    }

    private static boolean isOn(Map<String, String> set, String name) {
        String value = set.getOrDefault(name, "OFF");
        return value.equalsIgnoreCase("ON") || value.equals("1");
    }
}
