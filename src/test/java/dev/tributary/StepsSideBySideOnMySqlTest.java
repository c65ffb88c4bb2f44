package dev.tributary;

import java.nio.file.Path;

class StepsSideBySideOnMySqlTest extends StepsSideBySide {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
