package dev.tributary;

import java.nio.file.Path;

class FilledHolesOnH2Test extends FilledHoles {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
