package dev.tributary.report;

import dev.tributary.testing.TestDatabase;

class WaitsCountedOnMySqlTest extends WaitsCounted {

    WaitsCountedOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
