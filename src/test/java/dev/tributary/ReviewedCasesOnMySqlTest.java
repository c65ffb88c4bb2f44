package dev.tributary;

import java.nio.file.Path;

class ReviewedCasesOnMySqlTest extends ReviewedCases {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
