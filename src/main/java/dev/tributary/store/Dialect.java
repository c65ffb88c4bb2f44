package dev.tributary.store;

import java.sql.DatabaseMetaData;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** The databases that Tributary runs on. */
enum Dialect {
    /**
     * H2 speaks as MySQL. It keeps statements, and with one that changes rows the answer of its subquery, which it gives again in the same
     * transaction whatever changed since: it is to keep none.
     */
    H2(Map.of("MODE", "MySQL", "DATABASE_TO_LOWER", "TRUE", "QUERY_CACHE_SIZE", "0")),

    /**
     * MySQL's driver sends a batch as one statement, ends it with the first error, parses each statement once, remembers what it told
     * the session instead of asking it before each batch, and speaks UTC.
     */
    MYSQL(Map.ofEntries(
            Map.entry("rewriteBatchedStatements", "true"),
            Map.entry("continueBatchOnError", "false"),
            Map.entry("cachePrepStmts", "true"),
            Map.entry("prepStmtCacheSize", "100"),
            Map.entry("prepStmtCacheSqlLimit", "16384"),
            Map.entry("useLocalSessionState", "true"),
            Map.entry("connectionTimeZone", "UTC"),
            Map.entry("forceConnectionTimeZoneToSession", "true"),
            Map.entry("characterEncoding", "UTF-8"),
            Map.entry("allowLoadLocalInfile", "false")));

    private final Map<String, String> settings;

    Dialect(Map<String, String> settings) {
        this.settings = settings;
    }

    /** What each of our connections sets. MySQL takes it before what the address says; H2 refuses an address that says otherwise. */
    Map<String, String> settings() {
        return settings;
    }

    /** By the first word of a JDBC URL. */
    static Dialect of(String url) {
        return url.startsWith("jdbc:h2:") ? H2 : MYSQL;
    }

    static Dialect of(DataSource dataSource) {
        try {
            String url = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getURL);
            return of(url);
        } catch (MetaDataAccessException unreachable) {
            throw new IllegalStateException("The database cannot be reached", unreachable);
        }
    }
}
