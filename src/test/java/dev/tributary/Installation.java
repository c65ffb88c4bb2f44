package dev.tributary;

import dev.tributary.CommandLineRun.Ended;
import dev.tributary.testing.MySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A home folder and its database, and the commands that a user gives there. */
public final class Installation {

    private final Path home;
    private final Tables tables;
    private final CommandLineRun commands;

    private Installation(Path home, Tables tables, CommandLineRun commands) {
        this.home = home;
        this.tables = tables;
        this.commands = commands;
    }

    /** The database is a file in the home folder, as for everybody who names no other. */
    public static Installation onH2(Path home) {
        String url = "jdbc:h2:file:" + home.resolve("tributary") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE";
        return new Installation(home, new Tables(url, "", ""), CommandLineRun.in(home));
    }

    /** An empty database on a MySQL server. */
    public static Installation onMySql(Path home) {
        return onMySql(home, MySql.emptyDatabase());
    }

    /** A database on a MySQL server, as the user that is named there. */
    public static Installation onMySql(Path home, MySql.Database database) {
        CommandLineRun commands = CommandLineRun.in(home)
                .with("spring.datasource.url", database.url())
                .with("spring.datasource.username", database.user())
                .with("spring.datasource.password", database.password());
        return new Installation(home, new Tables(database.url(), database.user(), database.password()), commands);
    }

    /** As a user sets it in the environment. */
    public Installation with(String property, Object value) {
        commands.with(property, value);
        return this;
    }

    /** Writes a file of the home folder, and the folders that it lies in. */
    public Installation file(String name, String text) {
        try {
            Path file = home.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    public Path home() {
        return home;
    }

    public Ended tributary(String... arguments) {
        return commands.tributary(arguments);
    }

    /** Starts {@code tributary serve} at a port that is free, and waits until it listens. */
    public Serving serve() {
        return Serving.started(commands);
    }

    /** The rows of a query, their columns joined by {@code " | "}. */
    public List<String> rows(String sql) {
        return tables.rows(sql);
    }

    /** Changes rows behind the application's back. */
    public void change(String sql) {
        tables.change(sql);
    }

    Contents everything() {
        return tables.everything();
    }
}
