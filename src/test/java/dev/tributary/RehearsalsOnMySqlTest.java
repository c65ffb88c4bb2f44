package dev.tributary;

import java.nio.file.Path;

class RehearsalsOnMySqlTest extends Rehearsals {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
