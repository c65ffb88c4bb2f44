package dev.tributary.testing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.testcontainers.mysql.MySQLContainer;

/**
 * A MySQL server of a test's own, as it comes, so that no client may load files into it; it may end and start again on the same data.
 * Not thread-safe.
 */
public final class RestartedMySql implements AutoCloseable {

    private static final int PORT = 3306;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

    private final MySQLContainer server = MySql.newServer();
    private final DockerClient docker = server.getDockerClient();

    /** Its one database, at the port where the server is just now. */
    public MySql.Database database() {
        return new MySql.Database(
                "jdbc:mysql://" + host() + ":" + port() + "/" + server.getDatabaseName(),
                server.getUsername(),
                server.getPassword());
    }

    public String host() {
        return server.getHost();
    }

    /** Another one after each start. */
    public int port() {
        Ports.Binding[] bound = docker.inspectContainerCmd(server.getContainerId())
                .exec()
                .getNetworkSettings()
                .getPorts()
                .getBindings()
                .get(ExposedPort.tcp(PORT));
        return Integer.parseInt(bound[0].getHostPortSpec());
    }

    /**
     * Ends the server, and waits until it has ended.
     *
     * @param signal such as {@code KILL}
     */
    public void end(String signal) {
        docker.killContainerCmd(server.getContainerId()).withSignal(signal).exec();
        long until = System.nanoTime() + PATIENCE;
        while (Boolean.TRUE.equals(docker.inspectContainerCmd(server.getContainerId())
                .exec()
                .getState()
                .getRunning())) {
            pause(until);
        }
    }

    /** Starts it again, and waits until it answers. */
    public void start() {
        docker.startContainerCmd(server.getContainerId()).exec();
        long until = System.nanoTime() + PATIENCE;
        while (!answers()) {
            pause(until);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private boolean answers() {
        MySql.Database database = database();
        try {
            DriverManager.getConnection(database.url(), database.user(), database.password())
                    .close();
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void pause(long until) {
        if (System.nanoTime() > until) {
            throw new AssertionError("The database server does not come to what it was asked for");
        }
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
