package dev.tributary;

import java.nio.file.Path;

class TimelineStoriesOnH2Test extends TimelineStories {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
