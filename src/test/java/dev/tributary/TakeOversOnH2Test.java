package dev.tributary;

import java.nio.file.Path;

class TakeOversOnH2Test extends TakeOvers {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
