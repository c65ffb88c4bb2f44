package dev.tributary;

import java.nio.file.Path;

class CustomerStoriesOnMySqlTest extends CustomerStories {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
