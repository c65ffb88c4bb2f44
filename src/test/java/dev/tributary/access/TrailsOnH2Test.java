package dev.tributary.access;

import dev.tributary.testing.TestDatabase;

class TrailsOnH2Test extends Trails {

    TrailsOnH2Test() {
        super(TestDatabase.H2);
    }
}
