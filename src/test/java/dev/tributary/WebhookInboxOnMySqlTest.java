package dev.tributary;

import java.nio.file.Path;

class WebhookInboxOnMySqlTest extends WebhookInbox {

    @Override
    Installation installedIn(Path home) {
        return Installation.onMySql(home);
    }
}
