package dev.tributary.identity;

import dev.tributary.definition.Definitions;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
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
            Definitions definitions,
            ItemStreamReader<Candidate> candidateReader,
            ItemWriter<Resolved> decisionWriter) {
        Matcher matcher = new Matcher(definitions.blocked());
        return new StepBuilder("identify", repository)
                .<Candidate, Resolved>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(candidateReader)
                .processor(candidate -> new Resolved(candidate, matcher.decide(candidate)))
                .writer(decisionWriter)
                .build();
    }

    @Bean
    @StepScope
    ItemStreamReader<Candidate> candidateReader(DataSource dataSource) {
        return new CandidateReader(dataSource);
    }

    @Bean
    @StepScope
    ItemWriter<Resolved> decisionWriter(JdbcTemplate jdbc, Clock clock, @Value("#{jobParameters['run']}") long run) {
        return new DecisionWriter(jdbc, new Cases(jdbc), run, clock);
    }
}
