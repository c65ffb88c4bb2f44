package dev.tributary.coverage;

import dev.tributary.testing.TestDatabase;

class DaysAndGapsOnH2Test extends DaysAndGaps {

    DaysAndGapsOnH2Test() {
        super(TestDatabase.H2);
    }
}
