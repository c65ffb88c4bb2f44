package dev.tributary;

import java.nio.file.Path;

class StepsSideBySideOnH2Test extends StepsSideBySide {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
