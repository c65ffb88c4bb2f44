package dev.tributary;

import java.nio.file.Path;

class HeldRunsOnMySqlTest extends HeldRuns {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
