package dev.tributary.pipeline;

import dev.tributary.run.LogContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.JobSynchronizationManager;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;

/**
 * The night, step by step. Each step reads what the ones before it wrote, and can be repeated without harm. Whoever wrote is decided upon
 * while what was written is counted: neither reads what the other writes.
 */
@Configuration(proxyBeanMethods = false)
class SyncJob {

    static final String NAME = "sync";

    /** The steps in their order; of two that are at work at the same time, in the order in which they are told. */
    static final List<String> STEPS = List.of(
            "contacts",
            "extract",
            "stage",
            "thread",
            "episodes",
            "identify",
            "suggest",
            "days",
            "waits",
            "brake",
            "publish",
            "report");

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
        Stream.of(contacts, extract, stage, thread, episodes, identify, suggest, days, waits, brake, publish, report)
                .forEach(step -> listen(step, context, log, statistics));
        Flow deciding =
                new FlowBuilder<Flow>("deciding").start(identify).next(suggest).build();
        Flow counting =
                new FlowBuilder<Flow>("counting").start(days).next(waits).build();
        Flow both = new FlowBuilder<Flow>("both")
                .split(ofTheJob())
                .add(deciding, counting)
                .build();
        Flow night = new FlowBuilder<Flow>("night")
                .start(contacts)
                .next(extract)
                .next(stage)
                .next(thread)
                .next(episodes)
                .next(both)
                .next(brake)
                .next(publish)
                .next(report)
                .build();
        return new JobBuilder(NAME, repository)
                .listener(context)
                .listener(underWay)
                .start(night)
                .end()
                .build();
    }

    /** Spring Batch names the job to its own thread alone; by its name the fence knows whose transactions these are. */
    private static TaskExecutor ofTheJob() {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("steps-");
        executor.setTaskDecorator(task -> {
            JobExecution job = Objects.requireNonNull(JobSynchronizationManager.getContext())
                    .getJobExecution();
            return () -> {
                JobSynchronizationManager.register(job);
                try {
                    task.run();
                } finally {
                    JobSynchronizationManager.release();
                }
            };
        });
        return executor;
    }

    private static void listen(Step step, StepExecutionListener... listeners) {
        Stream.of(listeners).forEach(((AbstractStep) step)::registerStepExecutionListener);
    }
}
