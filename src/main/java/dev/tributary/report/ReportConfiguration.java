package dev.tributary.report;

import dev.tributary.run.Counted;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    private static final int MESSAGES_AT_ONCE = 50_000;

    @Bean
    Step waits(JobRepository repository, PlatformTransactionManager transactions, CountWaits countWaits) {
        return new StepBuilder("waits", repository)
                .tasklet(countWaits, transactions)
                .build();
    }

    @Bean
    @StepScope
    CountWaits countWaits(JdbcTemplate jdbc, Counted counted, @Value("#{jobParameters['run']}") long run) {
        return new CountWaits(new WaitLedger(jdbc), new WaitWeeks(jdbc), counted, run, MESSAGES_AT_ONCE);
    }
}
