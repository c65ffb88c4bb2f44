package dev.tributary;

import java.nio.file.Path;

class WebhookInboxOnH2Test extends WebhookInbox {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }
}
