package dev.tributary.pipeline;

import dev.tributary.coverage.Holes;
import dev.tributary.definition.Definitions;
import dev.tributary.extract.Extractor;
import dev.tributary.report.AuditReport;
import dev.tributary.run.Equation;
import dev.tributary.run.Home;
import dev.tributary.run.Restage;
import dev.tributary.run.RestoringSplitter;
import dev.tributary.run.RunLedger;
import dev.tributary.run.SourceLock;
import dev.tributary.timeline.ContactImport;
import java.util.HashMap;
import java.util.Map;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

@Configuration(proxyBeanMethods = false)
class PipelineConfiguration {

    private static final String SOURCE = "source";
    private static final int SOURCES_AT_ONCE = 4;

    @Bean
    Step contacts(JobRepository repository, PlatformTransactionManager transactions, ContactsTasklet contactsTasklet) {
        return new StepBuilder("contacts", repository)
                .tasklet(contactsTasklet, transactions)
                .build();
    }

    @Bean
    @StepScope
    ContactsTasklet contactsTasklet(
            Definitions definitions,
            ContactImport contacts,
            Equation equation,
            Home home,
            @Value("#{jobParameters['job']}") String job,
            @Value("#{jobParameters['restage']}") String restage,
            @Value("#{jobParameters['run']}") long run) {
        return new ContactsTasklet(definitions.job(job), contacts, equation, home, Restage.of(restage), run);
    }

    @Bean
    Step extract(
            JobRepository repository,
            @Qualifier("sourcePartitioner") Partitioner sourcePartitioner,
            @Qualifier("extractSource") Step extractSource) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("extract-");
        executor.setConcurrencyLimit(SOURCES_AT_ONCE);
        return new StepBuilder("extract", repository)
                .partitioner("extract", sourcePartitioner)
                .splitter(new RestoringSplitter(repository, "extract", sourcePartitioner))
                .step(extractSource)
                .taskExecutor(executor)
                .build();
    }

    @Bean
    @StepScope
    Partitioner sourcePartitioner(@Value("#{jobParameters['sources']}") String sources) {
        return gridSize -> {
            Map<String, ExecutionContext> partitions = new HashMap<>();
            for (String source : sources.split(",")) {
                partitions.put(source, new ExecutionContext(Map.of(SOURCE, source)));
            }
            return partitions;
        };
    }

    /** A source may take an hour: its segments are committed one by one, and no transaction waits for them. */
    @Bean
    Step extractSource(
            JobRepository repository, PlatformTransactionManager transactions, ExtractTasklet extractTasklet) {
        return new StepBuilder("extractSource", repository)
                .tasklet(extractTasklet, transactions)
                .transactionAttribute(new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
                .build();
    }

    @Bean
    @StepScope
    ExtractTasklet extractTasklet(
            Definitions definitions,
            SourceLock lock,
            Extractor extractor,
            BackfillLedger backfills,
            Holes holes,
            Equation equation,
            @Value("#{stepExecutionContext['source']}") String source,
            @Value("#{jobParameters['restage']}") String restage,
            @Value("#{jobParameters['run']}") long run) {
        return new ExtractTasklet(
                definitions.source(source), lock, extractor, backfills, holes, equation, Restage.of(restage), run);
    }

    @Bean
    Step report(JobRepository repository, PlatformTransactionManager transactions, ReportTasklet reportTasklet) {
        return new StepBuilder("report", repository)
                .tasklet(reportTasklet, transactions)
                .build();
    }

    @Bean
    @StepScope
    ReportTasklet reportTasklet(
            AuditReport report,
            Equation equation,
            RunLedger ledger,
            Home home,
            @Value("#{jobParameters['run']}") long run) {
        return new ReportTasklet(report, equation, ledger, home, run);
    }
}
