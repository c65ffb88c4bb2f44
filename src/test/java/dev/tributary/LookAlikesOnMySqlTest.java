package dev.tributary;

import java.nio.file.Path;

class LookAlikesOnMySqlTest extends LookAlikes {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
