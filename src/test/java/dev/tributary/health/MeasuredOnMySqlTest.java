package dev.tributary.health;

import dev.tributary.testing.TestDatabase;

class MeasuredOnMySqlTest extends Measured {

    @Override
    TestDatabase database() {
        return TestDatabase.MYSQL;
    }
}
