package dev.tributary;

import java.nio.file.Path;

class NightsAtTheConsoleOnMySqlTest extends NightsAtTheConsole {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
