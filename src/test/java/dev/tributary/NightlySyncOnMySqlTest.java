package dev.tributary;

import java.nio.file.Path;

class NightlySyncOnMySqlTest extends NightlySync {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
