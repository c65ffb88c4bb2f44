package dev.tributary;

import java.nio.file.Path;

class RehearsalsOnH2Test extends Rehearsals {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
