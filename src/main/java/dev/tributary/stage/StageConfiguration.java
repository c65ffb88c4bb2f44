package dev.tributary.stage;

import dev.tributary.decode.Decoder;
import dev.tributary.definition.Definitions;
import dev.tributary.due.Due;
import dev.tributary.landing.Segment;
import dev.tributary.landing.Segments;
import dev.tributary.run.Counted;
import dev.tributary.run.Equation;
import dev.tributary.run.PositionOfCommit;
import dev.tributary.run.Restage;
import dev.tributary.run.RestoringSplitter;
import dev.tributary.run.RunLedger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StageSettings.class)
class StageConfiguration {

    @Bean
    Step stage(
            JobRepository repository,
            @Qualifier("segmentPartitioner") Partitioner segmentPartitioner,
            @Qualifier("stagePartition") Step stagePartition,
            StageSettings settings) {
        return new StepBuilder("stage", repository)
                .partitioner("stage", segmentPartitioner)
                .splitter(new RestoringSplitter(repository, "stage", segmentPartitioner))
                .step(stagePartition)
                .gridSize(settings.partitions())
                .taskExecutor(stageExecutor(settings.partitions()))
                .build();
    }

    private static AsyncTaskExecutor stageExecutor(int partitions) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("stage-");
        executor.setConcurrencyLimit(partitions);
        return executor;
    }

    @Bean
    @StepScope
    Partitioner segmentPartitioner(
            Segments landed,
            QuarantineList quarantined,
            @Value("#{jobParameters['sources']}") String sources,
            @Value("#{jobParameters['restage']}") String restage,
            @Value("#{jobParameters['run']}") long run) {
        List<String> names = List.of(sources.split(","));
        return new SegmentPartitioner(() -> switch (Restage.of(restage)) {
            case NONE -> landed.pending(names, run);
            case QUARANTINED -> quarantined.segments(landed.all(names), run);
            case ALL -> landed.all(names);
        });
    }

    @Bean
    Step stagePartition(
            JobRepository repository,
            PlatformTransactionManager transactions,
            ItemStreamReader<StageItem> segmentReader,
            ItemProcessor<StageItem, Normalised> normaliser,
            ItemWriter<Normalised> stageWriter,
            StageSettings settings) {
        return new StepBuilder("stagePartition", PositionOfCommit.of(repository))
                .<StageItem, Normalised>chunk(settings.chunk())
                .transactionManager(transactions)
                .reader(segmentReader)
                .processor(normaliser)
                .writer(stageWriter)
                .build();
    }

    @Bean
    @StepScope
    ItemStreamReader<StageItem> segmentReader(
            Segments landed,
            Definitions definitions,
            Decoder decoder,
            @Value("#{jobParameters['sources']}") String sources,
            @Value("#{stepExecutionContext['segments']}") String segments) {
        Set<Long> ids = Arrays.stream(segments.split(",")).map(Long::valueOf).collect(Collectors.toSet());
        List<Segment> mine = landed.all(List.of(sources.split(","))).stream()
                .filter(segment -> ids.contains(segment.id()))
                .toList();
        return new SegmentReader(mine, new RecordSource(definitions, decoder));
    }

    @Bean
    @StepScope
    ItemProcessor<StageItem, Normalised> normaliser() {
        return new Normaliser();
    }

    @Bean
    @StepScope
    ItemWriter<Normalised> stageWriter(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Segments landed,
            Due due,
            Equation equation,
            Counted counted,
            StageProgress progress,
            @Value("#{jobParameters['run']}") long run,
            @Value("#{stepExecutionContext['partition']}") int partition) {
        return new StageWriter(
                run,
                partition,
                new TransactionTemplate(transactions),
                new Participants(jdbc, due),
                new Interactions(jdbc, run, counted.until(Counted.What.DAYS) >= run),
                new Quarantine(jdbc, run),
                landed,
                equation,
                progress);
    }

    @Bean
    Step thread(JobRepository repository, PlatformTransactionManager transactions, AddressReplies addressReplies) {
        return new StepBuilder("thread", repository)
                .tasklet(addressReplies, transactions)
                .build();
    }

    @Bean
    @StepScope
    AddressReplies addressReplies(JdbcTemplate jdbc, RunLedger ledger, @Value("#{jobParameters['run']}") long run) {
        return new AddressReplies(jdbc, ledger, run);
    }
}
