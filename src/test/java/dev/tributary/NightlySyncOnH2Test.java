package dev.tributary;

import java.nio.file.Path;

class NightlySyncOnH2Test extends NightlySync {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
