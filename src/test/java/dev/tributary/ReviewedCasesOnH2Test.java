package dev.tributary;

import java.nio.file.Path;

class ReviewedCasesOnH2Test extends ReviewedCases {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
