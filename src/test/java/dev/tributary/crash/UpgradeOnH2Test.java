package dev.tributary.crash;

import dev.tributary.Installation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class UpgradeOnH2Test extends Upgrade {

    @Override
    Installation left(Path home) {
        return Installation.onH2(home);
    }

    @Override
    Installation fresh(Path home) {
        return Installation.onH2(home);
    }

    @Override
    String archive() {
        return "killed-at-1.15-h2.zip";
    }

    @Override
    Map<String, List<String>> tables(Path home, boolean ofTheUpgraded) {
        return Tables.ofHome(home);
    }
}
