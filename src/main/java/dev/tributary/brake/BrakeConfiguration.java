package dev.tributary.brake;

import dev.tributary.definition.Definitions;
import dev.tributary.run.RunLedger;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class BrakeConfiguration {

    @Bean
    Step brake(JobRepository repository, PlatformTransactionManager transactions, BrakeTasklet brakeTasklet) {
        return new StepBuilder("brake", repository)
                .tasklet(brakeTasklet, transactions)
                .build();
    }

    @Bean
    @StepScope
    BrakeTasklet brakeTasklet(
            Definitions definitions,
            BrakeLedger ledger,
            RunLedger runs,
            @Value("#{jobParameters['job']}") String job,
            @Value("#{jobParameters['run']}") long run) {
        return new BrakeTasklet(new Budgets(definitions.job(job).brake()), ledger, runs, run);
    }
}
