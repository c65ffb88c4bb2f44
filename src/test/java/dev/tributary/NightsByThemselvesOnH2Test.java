package dev.tributary;

import java.nio.file.Path;

class NightsByThemselvesOnH2Test extends NightsByThemselves {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
