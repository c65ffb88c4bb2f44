package dev.tributary.identity;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    private static final int CHUNK = 1_000;

    @Bean
    Step identify(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Matching matching,
            ItemStreamReader<Candidate> candidateReader,
            ItemWriter<Resolved> decisionWriter) {
        AtomicReference<Matcher> matcher = new AtomicReference<>(matching.matcher());
        return new StepBuilder("identify", repository)
                .listener(new StepExecutionListener() {
                    @Override
                    public void beforeStep(StepExecution execution) {
                        matching.bringUpToDate();
                        matcher.set(matching.matcherOfRun());
                    }
                })
                .<Candidate, Resolved>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(candidateReader)
                .processor(candidate -> matcher.get().resolve(candidate))
                .writer(decisionWriter)
                .build();
    }

    @Bean
    @StepScope
    ItemStreamReader<Candidate> candidateReader(DataSource dataSource) {
        return CandidateReader.ofAll(dataSource);
    }

    @Bean
    @StepScope
    ItemWriter<Resolved> decisionWriter(JdbcTemplate jdbc, Clock clock, @Value("#{jobParameters['run']}") long run) {
        return new DecisionWriter(jdbc, new Cases(jdbc), run, clock);
    }
}
