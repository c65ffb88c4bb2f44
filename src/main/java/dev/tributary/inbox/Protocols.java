package dev.tributary.inbox;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.Platform;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.definition.WebhookExtract;
import dev.tributary.extract.Placeholders;
import dev.tributary.extract.SourceFailed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** The protocol of each source that is pushed to us, with its secrets looked up. */
@Component
@ConditionalOnWebApplication
class Protocols {

    private final Map<String, Protocol> protocols = new TreeMap<>();
    private final Placeholders placeholders;
    private final Clock clock;

    /** @throws InboxUnusable where a secret is not set, with all that are not */
    Protocols(Definitions definitions, Placeholders placeholders, Clock clock) {
        this.placeholders = placeholders;
        this.clock = clock;
        List<String> problems = new ArrayList<>();
        for (SourceDefinition source : definitions.sources()) {
            if (source.extract() instanceof WebhookExtract webhook) {
                try {
                    protocols.put(source.source(), protocol(webhook.platform()));
                } catch (SourceFailed | IllegalArgumentException unusable) {
                    problems.add("Source " + source.source() + ": " + unusable.getMessage());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InboxUnusable(String.join(System.lineSeparator(), problems));
        }
    }

    /** Empty where no source of that name is pushed to us. */
    Optional<Protocol> of(String source) {
        return Optional.ofNullable(protocols.get(source));
    }

    Set<String> sources() {
        return protocols.keySet();
    }

    /**
     * What a request to a source proves.
     *
     * @throws Refused where it proves nothing
     */
    public Verdict verify(Push push) {
        Protocol protocol = protocols.get(push.source());
        return push.get() ? new Verdict.Greeting(protocol.greet(push)) : protocol.verify(push);
    }

    private Protocol protocol(Platform platform) {
        if (platform instanceof Platform.Line line) {
            return new LineProtocol(placeholders.fill(line.secret()));
        }
        if (platform instanceof Platform.Meta meta) {
            return new MetaProtocol(placeholders.fill(meta.secret()), placeholders.fill(meta.verifyToken()));
        }
        if (platform instanceof Platform.WeChat weChat) {
            return new WeChatProtocol(placeholders.fill(weChat.token()), cipher(weChat), clock);
        }
        if (platform instanceof Platform.Slack slack) {
            return new SlackProtocol(placeholders.fill(slack.secret()), clock);
        }
        if (platform instanceof Platform.X x) {
            return new XProtocol(placeholders.fill(x.secret()));
        }
        Platform.Hmac hmac = (Platform.Hmac) platform;
        return new HmacProtocol(hmac, placeholders.fill(hmac.secret()), clock);
    }

    private WeChatCipher cipher(Platform.WeChat weChat) {
        if (weChat.encodingKey() == null || weChat.appId() == null) {
            return null;
        }
        try {
            return new WeChatCipher(placeholders.fill(weChat.encodingKey()), placeholders.fill(weChat.appId()));
        } catch (IllegalArgumentException noKey) {
            throw new IllegalArgumentException("what " + weChat.encodingKey()
                    + " holds is no EncodingAESKey; copy the 43 letters and digits that WeChat shows.");
        }
    }
}
