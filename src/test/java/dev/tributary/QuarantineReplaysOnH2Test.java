package dev.tributary;

import java.nio.file.Path;

class QuarantineReplaysOnH2Test extends QuarantineReplays {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
