package dev.tributary;

import java.nio.file.Path;

class DueParticipantsOnH2Test extends DueParticipants {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
