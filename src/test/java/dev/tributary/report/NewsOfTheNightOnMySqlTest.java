package dev.tributary.report;

import dev.tributary.testing.TestDatabase;

class NewsOfTheNightOnMySqlTest extends NewsOfTheNight {

    NewsOfTheNightOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
