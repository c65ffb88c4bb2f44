package dev.tributary;

import java.nio.file.Path;

class OwnSourcesOnH2Test extends OwnSources {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
