package dev.tributary.extract;

import dev.tributary.landing.Landing;
import dev.tributary.run.Home;
import dev.tributary.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Extract and landing as they run, with a database in memory and a home folder of their own. */
@ComponentScan(basePackageClasses = {Extractor.class, Landing.class})
@ImportAutoConfiguration(CamelAutoConfiguration.class)
class ExtractContext {

    /** Our clock, and how much it is ahead of the files'. */
    static final class Ahead implements InstantSource {

        private final AtomicReference<Duration> by = new AtomicReference<>(Duration.ZERO);

        void by(Duration ahead) {
            by.set(ahead);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(by.get());
        }
    }

    @Bean
    Ahead clock() {
        return new Ahead();
    }

    @Bean
    Home home() throws IOException {
        return new Home(Files.createTempDirectory("home"));
    }

    @Bean
    DataSource database() {
        DataSource empty = TestDatabase.inMemory();
        TestDatabase.openRun(empty);
        return empty;
    }

    @Bean
    JdbcClient jdbc(DataSource database) {
        return JdbcClient.create(database);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
        return new DataSourceTransactionManager(database);
    }
}
