package dev.tributary.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    /** What the migrations say in the words of each database. */
    static final Map<Dialect, Map<String, String>> WORDS = Map.of(
            Dialect.MYSQL,
            Map.of("bin", "CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin", "text", "MEDIUMTEXT", "hex", "HEX"),
            Dialect.H2,
            Map.of("bin", "", "text", "VARCHAR(1048576)", "hex", "RAWTOHEX"));

    /**
     * MySQL's driver sends a batch as one statement, ends it with the first error, parses each statement once, remembers what it told
     * the session instead of asking it before each batch, and speaks UTC.
     */
    static final Map<String, String> MYSQL = Map.ofEntries(
            Map.entry("rewriteBatchedStatements", "true"),
            Map.entry("continueBatchOnError", "false"),
            Map.entry("cachePrepStmts", "true"),
            Map.entry("prepStmtCacheSize", "100"),
            Map.entry("prepStmtCacheSqlLimit", "16384"),
            Map.entry("useLocalSessionState", "true"),
            Map.entry("connectionTimeZone", "UTC"),
            Map.entry("forceConnectionTimeZoneToSession", "true"),
            Map.entry("characterEncoding", "UTF-8"),
            Map.entry("allowLoadLocalInfile", "false"));

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @Primary
    RunningStatements jdbcTemplate(DataSource dataSource) {
        return new RunningStatements(dataSource);
    }

    @Bean
    static BeanPostProcessor mysqlConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && Dialect.of(pool.getJdbcUrl()) == Dialect.MYSQL) {
                    MYSQL.forEach(pool::addDataSourceProperty);
                    pool.addDataSourceProperty(
                            "allowLoadLocalInfileInPath", LoadFolder.path().toString());
                }
                return bean;
            }
        };
    }

    @Bean
    FlywayConfigurationCustomizer words() {
        return (FluentConfiguration flyway) -> flyway.placeholders(WORDS.get(Dialect.of(flyway.getDataSource())))
                .callbacks(new MigrationLog());
    }
}
