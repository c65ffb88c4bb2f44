package dev.tributary.dedupe;

import dev.tributary.run.RunLedger;
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
class DedupeConfiguration {

    @Bean
    Step suggest(JobRepository repository, PlatformTransactionManager transactions, Suggestions suggestions) {
        return new StepBuilder("suggest", repository)
                .tasklet(suggestions, transactions)
                .build();
    }

    @Bean
    @StepScope
    Suggestions suggestions(JdbcTemplate jdbc, RunLedger ledger, @Value("#{jobParameters['run']}") long run) {
        return new Suggestions(jdbc, ledger, run);
    }
}
