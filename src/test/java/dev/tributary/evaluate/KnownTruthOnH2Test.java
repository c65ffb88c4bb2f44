package dev.tributary.evaluate;

import dev.tributary.testing.TestDatabase;

class KnownTruthOnH2Test extends KnownTruth {

    KnownTruthOnH2Test() {
        super(TestDatabase.H2);
    }
}
