package dev.tributary.store;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** The databases that Tributary runs on. */
enum Dialect {
    H2,
    MYSQL;

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
