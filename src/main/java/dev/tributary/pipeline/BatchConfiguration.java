package dev.tributary.pipeline;

import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.Isolation;

/** Where a job's progress is kept: in the same database as its data, so that a crash leaves both or neither. */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository(executionContextSerializerRef = "progress", isolationLevelForCreate = Isolation.READ_COMMITTED)
class BatchConfiguration {

    @Bean
    JacksonExecutionContextStringSerializer progress() {
        return new JacksonExecutionContextStringSerializer();
    }
}
