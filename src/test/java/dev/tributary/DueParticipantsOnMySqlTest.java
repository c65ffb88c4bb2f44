package dev.tributary;

import java.nio.file.Path;

class DueParticipantsOnMySqlTest extends DueParticipants {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
