package dev.tributary;

import java.nio.file.Path;

class TimelineStoriesOnMySqlTest extends TimelineStories {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
