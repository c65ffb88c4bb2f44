package dev.tributary.notice;

import dev.tributary.testing.TestDatabase;

class WaitingNoticesOnH2Test extends WaitingNotices {

    @Override
    TestDatabase database() {
        return TestDatabase.H2;
    }
}
