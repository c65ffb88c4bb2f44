package dev.tributary;

import java.nio.file.Path;

class HeldRunsOnH2Test extends HeldRuns {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
