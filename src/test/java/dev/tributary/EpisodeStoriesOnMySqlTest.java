package dev.tributary;

import java.nio.file.Path;

class EpisodeStoriesOnMySqlTest extends EpisodeStories {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
