package dev.tributary.pipeline;

import dev.tributary.run.LogContext;
import java.util.stream.Stream;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The night, step by step. Each step reads what the ones before it wrote, and can be repeated without harm. */
@Configuration(proxyBeanMethods = false)
class SyncJob {

    static final String NAME = "sync";

    @Bean
    Job nightly(
            JobRepository repository,
            UnderWay underWay,
            FreshStatistics statistics,
            @Qualifier("contacts") Step contacts,
            @Qualifier("extract") Step extract,
            @Qualifier("extractSource") Step extractSource,
            @Qualifier("stage") Step stage,
            @Qualifier("stagePartition") Step stagePartition,
            @Qualifier("thread") Step thread,
            @Qualifier("episodes") Step episodes,
            @Qualifier("identify") Step identify,
            @Qualifier("suggest") Step suggest,
            @Qualifier("brake") Step brake,
            @Qualifier("publish") Step publish,
            @Qualifier("days") Step days,
            @Qualifier("waits") Step waits,
            @Qualifier("report") Step report) {
        LogContext context = new LogContext();
        StepLog log = new StepLog();
        Stream.of(extractSource, stagePartition).forEach(step -> listen(step, context));
        Stream.of(contacts, extract, stage, thread, episodes, identify, suggest, brake, publish, days, waits, report)
                .forEach(step -> listen(step, context, log, statistics));
        return new JobBuilder(NAME, repository)
                .listener(context)
                .listener(underWay)
                .start(contacts)
                .next(extract)
                .next(stage)
                .next(thread)
                .next(episodes)
                .next(identify)
                .next(suggest)
                .next(brake)
                .next(publish)
                .next(days)
                .next(waits)
                .next(report)
                .build();
    }

    private static void listen(Step step, StepExecutionListener... listeners) {
        Stream.of(listeners).forEach(((AbstractStep) step)::registerStepExecutionListener);
    }
}
