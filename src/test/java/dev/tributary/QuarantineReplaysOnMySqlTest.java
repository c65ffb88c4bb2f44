package dev.tributary;

import java.nio.file.Path;

class QuarantineReplaysOnMySqlTest extends QuarantineReplays {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
