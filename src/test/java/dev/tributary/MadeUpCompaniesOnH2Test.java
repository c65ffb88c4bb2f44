package dev.tributary;

import java.nio.file.Path;

class MadeUpCompaniesOnH2Test extends MadeUpCompanies {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
