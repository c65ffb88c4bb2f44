package dev.tributary;

import java.nio.file.Path;

class TakingBackOnMySqlTest extends TakingBack {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
