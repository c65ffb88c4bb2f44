package dev.tributary;

import java.nio.file.Path;

class DuplicateContactsOnH2Test extends DuplicateContacts {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
