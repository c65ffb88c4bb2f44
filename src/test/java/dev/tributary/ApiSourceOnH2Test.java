package dev.tributary;

import java.nio.file.Path;

class ApiSourceOnH2Test extends ApiSource {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
