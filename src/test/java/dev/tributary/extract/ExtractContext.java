package dev.tributary.extract;

import dev.tributary.landing.Landing;
import dev.tributary.run.Home;
import dev.tributary.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
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
