package dev.tributary.episode;

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
class EpisodeConfiguration {

    @Bean
    Step episodes(JobRepository repository, PlatformTransactionManager transactions, Episodes tieEpisodes) {
        return new StepBuilder("episodes", repository)
                .tasklet(tieEpisodes, transactions)
                .build();
    }

    @Bean
    @StepScope
    Episodes tieEpisodes(JdbcTemplate jdbc, RunLedger ledger, @Value("#{jobParameters['run']}") long run) {
        return new Episodes(jdbc, ledger, run);
    }
}
