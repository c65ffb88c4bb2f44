package dev.tributary.doctor;

import dev.tributary.store.DirectDatabase;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What it means when a database does not let us in. Its own words are left out. */
final class Refusal {

    private static final int H2_IN_USE = 90020;

    private Refusal() {}

    static Finding of(SQLException refused, DirectDatabase database) {
        return switch (refused.getErrorCode()) {
            case H2_IN_USE ->
                Finding.unknown(
                        "another tributary is at work on " + database + ", which one process at a time may open",
                        "To have the database looked at, stop it and run this again.");
            case 1045, 28000 ->
                Finding.fail(
                        database + " refuses " + user(database) + ": the password is wrong, or there is no such user",
                        "Set SPRING_DATASOURCE_USERNAME and _PASSWORD; ops/mysql/grants.sql makes the users.");
            case 1044 ->
                Finding.fail(
                        user(database) + " may not use " + database,
                        "Let an administrator run ops/mysql/grants.sql, or name the database that is meant.");
            case 1049 ->
                Finding.fail(
                        "the server has no database of the name in " + database,
                        "Let an administrator run ops/mysql/grants.sql, which makes it, or mend SPRING_DATASOURCE_URL.");
            case 1040 ->
                Finding.fail(
                        "the server of " + database + " has no connection left",
                        "See who holds them (SHOW PROCESSLIST), or raise max_connections.");
            case 1129, 1130 ->
                Finding.fail(
                        "the server of " + database + " takes no connection from this machine",
                        "Let an administrator make the user for this host too, or FLUSH HOSTS.");
            default -> unreachable(refused, database);
        };
    }

    private static Finding unreachable(SQLException refused, DirectDatabase database) {
        if (isBecauseOf(refused, UnknownHostException.class)) {
            return Finding.fail(
                    "the host of " + database + " is not known", "Mend SPRING_DATASOURCE_URL, or this machine's DNS.");
        }
        if (isBecauseOf(refused, ConnectException.class)) {
            return Finding.fail(
                    "nobody listens at " + database,
                    "Start the server, or mend host and port in SPRING_DATASOURCE_URL; a firewall may be in between.");
        }
        if (isBecauseOf(refused, SocketTimeoutException.class)) {
            return Finding.fail(
                    database + " does not answer", "See whether the server is up, and what lies between it and us.");
        }
        if (isBecauseOf(refused, SSLException.class)) {
            return Finding.fail(
                    database + " speaks no TLS that we trust",
                    "Give its certificate authority to Java, or mend sslMode in SPRING_DATASOURCE_URL.");
        }
        return Finding.fail(
                database + " cannot be opened (SQLState " + refused.getSQLState() + ", code " + refused.getErrorCode()
                        + ")",
                "See whether SPRING_DATASOURCE_URL begins with jdbc:mysql:// or jdbc:h2:, and what the server's log says.");
    }

    private static String user(DirectDatabase database) {
        return database.user() == null ? "us without a user" : "user " + database.user();
    }

    private static boolean isBecauseOf(Throwable failure, Class<? extends Throwable> kind) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(kind::isInstance);
    }
}
