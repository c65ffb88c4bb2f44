package dev.tributary.coverage;

import dev.tributary.testing.TestDatabase;

class HolesOfASourceOnH2Test extends HolesOfASource {

    HolesOfASourceOnH2Test() {
        super(TestDatabase.H2);
    }
}
