package dev.tributary;

import java.nio.file.Path;

class LookAlikesOnH2Test extends LookAlikes {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
