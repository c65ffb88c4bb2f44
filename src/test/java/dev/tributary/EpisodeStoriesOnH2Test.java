package dev.tributary;

import java.nio.file.Path;

class EpisodeStoriesOnH2Test extends EpisodeStories {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
