package dev.tributary.schedule;

import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.scheduling.quartz.SpringBeanJobFactory;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Quartz, with its schedules in the database, where all servers share them: of each firing one server takes care. A command does not
 * make a scheduler unless it asks for one, and never starts it.
 *
 * @see <a href="https://www.quartz-scheduler.org/documentation/quartz-2.3.0/configuration/ConfigJDBCJobStoreClustering.html">Quartz,
 *     Configure Clustering with JDBC-JobStore</a>
 */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {

    private static final String NAME = "tributary";

    /** Made here, for Spring makes a factory that starts and stops by itself in each command. */
    @Bean(destroyMethod = "shutdown")
    @Lazy
    Scheduler scheduler(DataSource dataSource, PlatformTransactionManager transactions, ApplicationContext application)
            throws Exception {
        SpringBeanJobFactory jobs = new SpringBeanJobFactory();
        jobs.setApplicationContext(application);
        SchedulerFactoryBean factory = new SchedulerFactoryBean();
        factory.setSchedulerName(NAME);
        factory.setDataSource(dataSource);
        factory.setTransactionManager(transactions);
        factory.setJobFactory(jobs);
        factory.setAutoStartup(false);
        factory.setQuartzProperties(properties());
        factory.afterPropertiesSet();
        return Objects.requireNonNull(factory.getObject());
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.jobStore.isClustered", "true");
        properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", "10000");
        properties.setProperty("org.quartz.jobStore.useProperties", "true");
        properties.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
        properties.setProperty("org.quartz.threadPool.threadCount", "5");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        return properties;
    }

    /** Of {@code tributary serve} alone. */
    @Bean
    @ConditionalOnWebApplication
    Firing firing(Scheduler scheduler, Schedules schedules) {
        return new Firing(scheduler, schedules);
    }
}
