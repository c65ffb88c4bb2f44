package dev.tributary.store;

import javax.sql.DataSource;

/** How large results are read a few rows at a time. */
public final class FetchSize {

    private static final int ROWS_AT_ONCE = 1_000;

    private FetchSize() {}

    /**
     * For a statement whose result may not fit in memory. Connector/J reads all rows at once unless it is told the smallest
     * number there is; meanwhile its connection can do nothing else (Connector/J developer guide, "ResultSet").
     */
    public static int streaming(DataSource database) {
        return Dialect.of(database) == Dialect.MYSQL ? Integer.MIN_VALUE : ROWS_AT_ONCE;
    }
}
