package dev.tributary.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts, in a JVM that a test has started, the moments at which a run may be killed: before each statement, before each commit and
 * after it. At the moment that {@code tributary.test.freeze} names, such as {@code stage:57}, or before the n-th statement of a
 * step that holds certain words, such as {@code stage:2:UPDATE interaction}, everything that asks the database for something
 * stands still, and standard error says so: time to kill. At the moment that {@code tributary.test.break} names, and at that one
 * alone, the connection breaks instead. Partitions that meet the same rows do not always ask equally often: where
 * a step ends before it comes to its moment, the begin of any step after it is the moment. Of steps that are at work at the same time
 * each has its own moments.
 */
@Configuration(value = "momentsOfAKill", proxyBeanMethods = false)
@ConditionalOnProperty(Moments.FREEZE)
class Moments {

    static final String FREEZE = "tributary.test.freeze";
    static final String FROZEN = "FROZEN ";
    static final String COUNTED = "COUNTED ";
    static final String BROKEN = "BROKEN ";

    /** As {@link #FREEZE}, but the connection breaks. */
    static final String BREAK = "tributary.test.break";

    /** The words of a commit that is to be, and of one that was. */
    static final String COMMIT = "commit";

    static final String COMMITTED = "committed";

    /** From the application's start to the first step. */
    static final String START = "start";

    static final String NOWHERE = "nowhere:0";

    private static final Set<String> ASKING = Set.of("prepareStatement", "createStatement", "commit", "rollback");
    private static final String[] FREEZE_AT =
            System.getProperty(FREEZE, NOWHERE).split(":");
    private static final String[] BREAK_AT = System.getProperty(BREAK, NOWHERE).split(":");
    private static final AtomicInteger BREAK_COUNT = new AtomicInteger();

    /** Of each step that began, in their order. */
    private static final Map<String, AtomicInteger> COUNTS = Collections.synchronizedMap(new LinkedHashMap<>());

    /** What a thread is at work on: as the thread that started it, where it has not begun a step of its own. */
    private static final ThreadLocal<String> STEP = new InheritableThreadLocal<>();

    private static final Set<String> OVER = ConcurrentHashMap.newKeySet();
    private static volatile boolean frozen;

    /** The last moments of a step last until its thread begins the next one; those of the last step until the process ends. */
    private static synchronized void begin(String next) {
        tell();
        if (FREEZE_AT.length < 3 && OVER.contains(FREEZE_AT[0])) {
            freeze();
        }
        STEP.set(next);
        COUNTS.put(next, new AtomicInteger());
    }

    private static void end() {
        tell();
        if (FREEZE_AT.length < 3 && COUNTS.containsKey(FREEZE_AT[0])) {
            freeze();
        }
    }

    /** So far; what is told last of a step holds. */
    private static void tell() {
        COUNTS.forEach((step, count) -> System.err.println(COUNTED + step + ":" + count.get()));
    }

    /** @param sql empty where it is no statement that is prepared */
    private static void pass(String sql) {
        if (frozen) {
            standStill();
        }
        AtomicInteger count = STEP.get() == null ? null : COUNTS.get(STEP.get());
        if (count == null || FREEZE_AT.length == 3 && !sql.contains(FREEZE_AT[2])) {
            return;
        }
        int moment = count.incrementAndGet();
        if (STEP.get().equals(FREEZE_AT[0]) && moment == Integer.parseInt(FREEZE_AT[1])) {
            freeze();
        }
    }

    private static void breaks(String sql, Connection connection) throws SQLException {
        String step = STEP.get();
        boolean counts = BREAK_AT[0].equals(step) && (BREAK_AT.length < 3 || sql.contains(BREAK_AT[2]));
        if (counts && BREAK_COUNT.incrementAndGet() == Integer.parseInt(BREAK_AT[1])) {
            System.err.println(BROKEN + step);
            connection.unwrap(Connection.class).abort(Runnable::run);
            throw new SQLNonTransientConnectionException("The connection broke, as a test wants it", "08S01");
        }
    }

    private static void freeze() {
        frozen = true;
        System.err.println(FROZEN + FREEZE_AT[0]);
        standStill();
    }

    private static void standStill() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    @Bean
    static ApplicationListener<ApplicationReadyEvent> momentsBegin() {
        Runtime.getRuntime().addShutdownHook(new Thread(Moments::end));
        return event -> begin(START);
    }

    @Bean
    static BeanPostProcessor momentsPass() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof AbstractStep watched && !name.matches("extractSource|stagePartition")) {
                    watched.registerStepExecutionListener(new StepExecutionListener() {
                        @Override
                        public void beforeStep(StepExecution execution) {
                            OVER.add(START);
                            begin(execution.getStepName());
                        }

                        @Override
                        public ExitStatus afterStep(StepExecution execution) {
                            OVER.add(execution.getStepName());
                            return execution.getExitStatus();
                        }
                    });
                }
                return bean instanceof DataSource database ? new WatchedDataSource(database) : bean;
            }
        };
    }

    private static final class WatchedDataSource extends DelegatingDataSource {

        WatchedDataSource(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return watched(super.getConnection());
        }

        private static Connection watched(Connection connection) {
            InvocationHandler watching = (proxy, method, arguments) -> {
                boolean isCommit = method.getName().equals(COMMIT);
                if (ASKING.contains(method.getName())) {
                    String sql = isCommit ? COMMIT : arguments != null && arguments[0] instanceof String it ? it : "";
                    pass(sql);
                    breaks(sql, connection);
                }
                try {
                    Object answer = method.invoke(connection, arguments);
                    if (isCommit) {
                        breaks(COMMITTED, connection);
                    }
                    return answer;
                } catch (InvocationTargetException failure) {
                    throw failure.getCause();
                } finally {
                    if (isCommit) {
                        pass(COMMITTED);
                    }
                }
            };
            return (Connection)
                    Proxy.newProxyInstance(Moments.class.getClassLoader(), new Class<?>[] {Connection.class}, watching);
        }
    }
}
