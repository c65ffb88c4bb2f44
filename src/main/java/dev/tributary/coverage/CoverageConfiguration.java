package dev.tributary.coverage;

import dev.tributary.run.Counted;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class CoverageConfiguration {

    @Bean
    Step days(JobRepository repository, PlatformTransactionManager transactions, CountDays countDays) {
        return new StepBuilder("days", repository)
                .tasklet(countDays, transactions)
                .build();
    }

    @Bean
    @StepScope
    CountDays countDays(JdbcClient jdbc, Counted counted, @Value("#{jobParameters['run']}") long run) {
        return new CountDays(jdbc, counted, run);
    }
}
