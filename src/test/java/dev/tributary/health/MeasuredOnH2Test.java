package dev.tributary.health;

import dev.tributary.testing.TestDatabase;

class MeasuredOnH2Test extends Measured {

    @Override
    TestDatabase database() {
        return TestDatabase.H2;
    }
}
