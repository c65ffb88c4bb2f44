package dev.tributary.report;

import dev.tributary.testing.TestDatabase;

class WaitsCountedOnH2Test extends WaitsCounted {

    WaitsCountedOnH2Test() {
        super(TestDatabase.H2);
    }
}
