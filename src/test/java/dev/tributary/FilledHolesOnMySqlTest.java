package dev.tributary;

import java.nio.file.Path;

class FilledHolesOnMySqlTest extends FilledHoles {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
