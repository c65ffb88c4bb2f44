package dev.tributary.notice;

import dev.tributary.testing.TestDatabase;

class WaitingNoticesOnMySqlTest extends WaitingNotices {

    @Override
    TestDatabase database() {
        return TestDatabase.MYSQL;
    }
}
