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
    static BeanPostProcessor connections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    Dialect dialect = Dialect.of(pool.getJdbcUrl());
                    dialect.settings().forEach(pool::addDataSourceProperty);
                    if (dialect == Dialect.MYSQL) {
                        pool.addDataSourceProperty(
                                "allowLoadLocalInfileInPath", LoadFolder.path().toString());
                    }
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
