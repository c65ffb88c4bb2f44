package dev.tributary.timeline;

import dev.tributary.due.Due;
import dev.tributary.run.Counted;
import dev.tributary.run.RunLedger;
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
class TimelineConfiguration {

    @Bean
    Step publish(JobRepository repository, PlatformTransactionManager transactions, Publish publishTimelines) {
        return new StepBuilder("publish", repository)
                .tasklet(publishTimelines, transactions)
                .build();
    }

    @Bean
    @StepScope
    Publish publishTimelines(
            JdbcClient jdbc,
            RunLedger ledger,
            TimelineEntries entries,
            LearnedPoints points,
            GoldenRecords golden,
            ContactWords words,
            RetractedLinks retracted,
            Counted counted,
            Due due,
            @Value("#{jobParameters['run']}") long run) {
        return new Publish(jdbc, ledger, entries, points, golden, words, retracted, counted, due, run);
    }
}
