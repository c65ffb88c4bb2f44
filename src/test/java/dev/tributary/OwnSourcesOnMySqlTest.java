package dev.tributary;

import java.nio.file.Path;

class OwnSourcesOnMySqlTest extends OwnSources {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
