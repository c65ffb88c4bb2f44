package dev.tributary;

import java.nio.file.Path;

class DuplicateContactsOnMySqlTest extends DuplicateContacts {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
