package dev.tributary.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tributary.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A table that MySQL does not count by itself, so that only we can have done it. */
class StatisticsTest {

    private static final String BELIEVED =
            "SELECT n_rows FROM mysql.innodb_table_stats WHERE database_name = DATABASE() AND table_name = 'filled'";

    private final JdbcTemplate mysql = TestDatabase.MYSQL.jdbc();

    @AfterEach
    void noTable() {
        mysql.execute("DROP TABLE IF EXISTS filled");
    }

    @Test
    void knowsOfRowsThatCameJustNow() {
        mysql.execute("CREATE TABLE filled (id INT PRIMARY KEY) STATS_AUTO_RECALC = 0");
        mysql.execute("INSERT INTO filled WITH RECURSIVE n (id) AS"
                + " (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 1000) SELECT id FROM n");
        assertThat(mysql.queryForObject(BELIEVED, Long.class)).isZero();

        TestDatabase.MYSQL.bean(Statistics.class).refresh(List.of("filled", "interaction"));

        assertThat(mysql.queryForObject(BELIEVED, Long.class)).isEqualTo(1_000);
    }

    @Test
    void leavesToH2WhatItCountsByItself() {
        assertThatCode(() -> TestDatabase.H2.bean(Statistics.class).refresh(List.of("interaction")))
                .doesNotThrowAnyException();
    }
}
