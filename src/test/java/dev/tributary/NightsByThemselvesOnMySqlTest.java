package dev.tributary;

import java.nio.file.Path;

class NightsByThemselvesOnMySqlTest extends NightsByThemselves {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
