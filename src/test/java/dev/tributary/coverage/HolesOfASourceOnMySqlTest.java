package dev.tributary.coverage;

import dev.tributary.testing.TestDatabase;

class HolesOfASourceOnMySqlTest extends HolesOfASource {

    HolesOfASourceOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
