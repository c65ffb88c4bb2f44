package dev.tributary;

import java.nio.file.Path;

class NightsAtTheConsoleOnH2Test extends NightsAtTheConsole {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
