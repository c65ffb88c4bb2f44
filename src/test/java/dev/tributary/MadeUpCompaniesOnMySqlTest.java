package dev.tributary;

import java.nio.file.Path;

class MadeUpCompaniesOnMySqlTest extends MadeUpCompanies {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
