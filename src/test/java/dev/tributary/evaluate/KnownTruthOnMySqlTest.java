package dev.tributary.evaluate;

import dev.tributary.testing.TestDatabase;

class KnownTruthOnMySqlTest extends KnownTruth {

    KnownTruthOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
