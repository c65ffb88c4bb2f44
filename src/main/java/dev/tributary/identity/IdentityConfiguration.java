package dev.tributary.identity;

import dev.tributary.due.Due;
import dev.tributary.run.Restage;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    private static final int CHUNK = 1_000;

    @Bean
    Step identify(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Round round,
            ItemWriter<Resolved> decisionWriter) {
        return new StepBuilder("identify", repository)
                .listener((StepExecutionListener) round)
                .<Candidate, Resolved>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(round)
                .processor(round)
                .writer(decisionWriter)
                .build();
    }

    /** What landed long ago is mapped anew, and whoever wrote it is decided upon anew. */
    @Bean
    @StepScope
    Round round(
            Matching matching,
            Due due,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            @Value("#{jobParameters['restage']}") String restage) {
        return new Round(
                matching, due, dataSource, new TransactionTemplate(transactions), Restage.of(restage) == Restage.ALL);
    }

    @Bean
    @StepScope
    ItemWriter<Resolved> decisionWriter(JdbcTemplate jdbc, Clock clock, @Value("#{jobParameters['run']}") long run) {
        return new DecisionWriter(jdbc, new Cases(jdbc), run, clock);
    }
}
