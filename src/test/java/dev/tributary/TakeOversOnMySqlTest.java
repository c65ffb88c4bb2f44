package dev.tributary;

import java.nio.file.Path;

class TakeOversOnMySqlTest extends TakeOvers {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
