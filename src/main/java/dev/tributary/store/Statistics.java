package dev.tributary.store;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the database believes of the size of its tables, by which it chooses how to join them. MySQL counts a table anew by itself, but
 * seconds after a tenth of it has changed, and until then takes a table that was filled just now for an empty one and joins it row by
 * row (MySQL reference manual, "Configuring Persistent Optimizer Statistics Parameters"). H2 keeps count. Thread-safe.
 */
@Component
public class Statistics {

    private final JdbcTemplate jdbc;
    private final DataSource database;

    Statistics(JdbcTemplate jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /**
     * Has these tables counted now, by a sample of their pages: some milliseconds, whatever their size.
     *
     * @param tables names of our own, never foreign words
     */
    public void refresh(List<String> tables) {
        if (Dialect.of(database) == Dialect.MYSQL) {
            jdbc.execute("ANALYZE NO_WRITE_TO_BINLOG TABLE " + String.join(", ", tables));
        }
    }
}
