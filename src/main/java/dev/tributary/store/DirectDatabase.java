package dev.tributary.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database that the environment names, without the application and without a pool: to look at it, whatever state it is in. An H2
 * file is opened so that it stays as it is, and is not made where there is none. Immutable.
 */
public final class DirectDatabase {

    private static final int H2_NOT_FOUND = 90146;
    private static final String LOCATIONS = "spring.flyway.locations";

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final String[] migrations;

    private DirectDatabase(String url, @Nullable String user, @Nullable String password, String[] migrations) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.migrations = migrations;
    }

    /** @throws IllegalArgumentException where the environment names none */
    public static DirectDatabase of(Environment environment) {
        DataSourceProperties named = Binder.get(environment)
                .bind("spring.datasource", DataSourceProperties.class)
                .orElseGet(DataSourceProperties::new);
        String url = Objects.requireNonNullElse(named.getUrl(), "");
        if (!url.startsWith("jdbc:")) {
            throw new IllegalArgumentException("SPRING_DATASOURCE_URL is no address of a database");
        }
        String vendor = Dialect.of(url) == Dialect.H2 ? "h2" : "mysql";
        String[] locations = environment.getRequiredProperty(LOCATIONS, String[].class);
        return new DirectDatabase(
                url,
                named.getUsername(),
                named.getPassword(),
                Arrays.stream(locations)
                        .map(it -> it.replace("{vendor}", vendor))
                        .toArray(String[]::new));
    }

    /** Its address without user, password and settings. */
    public String shown() {
        return url.replaceAll("//[^/@]*@", "//").replaceAll("[?;].*", "");
    }

    /** Null where none is named. */
    public @Nullable String user() {
        return user;
    }

    public boolean isMySql() {
        return url.startsWith("jdbc:mysql:");
    }

    /** Whether its file is opened by one process at a time, ours included. */
    public boolean isFile() {
        return url.startsWith("jdbc:h2:file:");
    }

    /** Whether the address itself sets this, in any spelling; what Tributary sets for all connections goes before it. */
    public boolean sets(String setting) {
        return url.matches("(?i).*[?&]\\Q" + setting + "\\E(&.*)?");
    }

    /**
     * A connection as Tributary's own; empty where there is no H2 file yet.
     *
     * @param patience of the connection and of each answer, whatever the address says of it
     * @throws SQLException where it is refused
     */
    public Optional<Connection> connect(Duration patience) throws SQLException {
        try {
            return Optional.of(DriverManager.getConnection(address(), properties(patience)));
        } catch (SQLException refused) {
            if (isFile() && refused.getErrorCode() == H2_NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** The migrations of this program and what of them the database has; to be asked, and not to migrate. */
    public Flyway migrations(Duration patience) {
        DriverManagerDataSource connections = new DriverManagerDataSource(address());
        connections.setConnectionProperties(properties(patience));
        return Flyway.configure()
                .dataSource(connections)
                .locations(migrations)
                .placeholders(StoreConfiguration.WORDS.get(Dialect.of(url)))
                .load();
    }

    private Properties properties(Duration patience) {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        Dialect.of(url).settings().forEach(properties::setProperty);
        if (isMySql()) {
            properties.setProperty("connectTimeout", String.valueOf(patience.toMillis()));
            properties.setProperty("socketTimeout", String.valueOf(patience.toMillis()));
        }
        return properties;
    }

    private String address() {
        return isFile() ? readOnly(url) : url;
    }

    /** Opened for reading H2 leaves the file as it is; settings that it would write are left out. */
    static String readOnly(String url) {
        int settings = url.indexOf(';');
        String file = settings < 0 ? url : url.substring(0, settings);
        return file + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
    }

    @Override
    public String toString() {
        return shown();
    }
}
