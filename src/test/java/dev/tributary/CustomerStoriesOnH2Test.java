package dev.tributary;

import java.nio.file.Path;

class CustomerStoriesOnH2Test extends CustomerStories {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
