package dev.tributary;

import java.nio.file.Path;

class BeingToldOnH2Test extends BeingTold {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
