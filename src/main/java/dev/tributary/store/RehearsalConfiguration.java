package dev.tributary.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In a rehearsal the application works on a database of its own; the real one is only read. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(RealDatabase.REHEARSAL)
class RehearsalConfiguration {

    private static final int CONNECTIONS = 12;

    /** With what {@code application.yaml} sets of H2, but that nothing of it needs to outlast a crash. */
    @Bean
    DataSource dataSource(@Value("${" + RealDatabase.REHEARSAL + "}") Path folder) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("rehearsal");
        pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve("rehearsal") + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=30000");
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setMaximumPoolSize(CONNECTIONS);
        return pool;
    }

    @Bean
    RealDatabase realDatabase(DataSourceProperties properties) {
        return new RealDatabase(
                properties.determineUrl(), properties.determineUsername(), properties.determinePassword());
    }
}
