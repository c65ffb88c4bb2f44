package dev.tributary;

import java.nio.file.Path;

class BeingToldOnMySqlTest extends BeingTold {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
