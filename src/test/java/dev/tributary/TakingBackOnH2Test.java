package dev.tributary;

import java.nio.file.Path;

class TakingBackOnH2Test extends TakingBack {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
