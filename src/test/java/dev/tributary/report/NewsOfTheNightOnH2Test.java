package dev.tributary.report;

import dev.tributary.testing.TestDatabase;

class NewsOfTheNightOnH2Test extends NewsOfTheNight {

    NewsOfTheNightOnH2Test() {
        super(TestDatabase.H2);
    }
}
