package dev.tributary;

import java.nio.file.Path;

class ApiSourceOnMySqlTest extends ApiSource {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
