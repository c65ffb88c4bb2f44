package dev.tributary.coverage;

import dev.tributary.testing.TestDatabase;

class DaysAndGapsOnMySqlTest extends DaysAndGaps {

    DaysAndGapsOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
