package dev.tributary.testing;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/**
 * One MySQL server for all tests of the JVM, which lets itself be loaded by clients, and an empty database of its own for each that asks. Without Docker a test that asks
 * is skipped; with {@code -Drequire=docker} it fails.
 */
public final class MySql {

    private static final String IMAGE = "mysql:9.7";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable MySQLContainer server;

    /** Where an empty database lies. */
    public record Database(String url, String user, String password) {

        /** What a user sets in the environment to point Tributary at it. */
        public Map<String, String> environment() {
            return Map.of(
                    "SPRING_DATASOURCE_URL", url,
                    "SPRING_DATASOURCE_USERNAME", user,
                    "SPRING_DATASOURCE_PASSWORD", password);
        }
    }

    private MySql() {}

    public static Database emptyDatabase() {
        MySQLContainer running = server();
        String name = "tributary_" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(running.getJdbcUrl(), "root", running.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        String url = "jdbc:mysql://" + running.getHost() + ":" + running.getMappedPort(3306) + "/" + name;
        return new Database(url, "root", running.getPassword());
    }

    private static synchronized MySQLContainer server() {
        if (server == null) {
            server = newServer("--local-infile=1");
        }
        return server;
    }

    /** A running server that nobody else has, with these options. */
    static MySQLContainer newServer(String... options) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            if ("docker".equals(System.getProperty("require"))) {
                fail("Docker is required (-Drequire=docker) and does not answer");
            }
            abort("Docker does not answer: nothing is tested on MySQL");
        }
        MySQLContainer server = new MySQLContainer(IMAGE).withUsername("root").withCommand(options);
        server.start();
        return server;
    }
}
