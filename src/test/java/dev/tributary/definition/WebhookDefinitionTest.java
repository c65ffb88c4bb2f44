package dev.tributary.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources of {@code kind: webhook}. */
class WebhookDefinitionTest {

    @TempDir
    private Path folder;

    private HomeFolder home;

    @BeforeEach
    void aHomeFolder() {
        home = HomeFolder.at(folder);
    }

    @Test
    void readsEveryPlatform() {
        assertThat(platform("platform: line, secret: \"${S}\"")).isEqualTo(new Platform.Line("${S}"));
        assertThat(platform("platform: meta, secret: \"${S}\", verifyToken: \"${V}\""))
                .isEqualTo(new Platform.Meta("${S}", "${V}"));
        assertThat(platform("platform: wechat, token: \"${T}\"")).isEqualTo(new Platform.WeChat("${T}", null, null));
        assertThat(platform("platform: wechat, token: \"${T}\", encodingKey: \"${K}\", appId: wx1"))
                .isEqualTo(new Platform.WeChat("${T}", "${K}", "wx1"));
        assertThat(platform("platform: slack, secret: \"${S}\"")).isEqualTo(new Platform.Slack("${S}"));
        assertThat(platform("platform: x, secret: \"${S}\"")).isEqualTo(new Platform.X("${S}"));
    }

    @Test
    void readsHowAnybodyElseSigns() {
        assertThat(platform("platform: hmac, secret: \"${S}\", header: X-Signature"))
                .isEqualTo(new Platform.Hmac(
                        "${S}", "X-Signature", "HmacSHA256", Platform.Encoding.HEX, "", null, "{body}"));
        assertThat(platform(
                        "platform: hmac, secret: \"${S}\", header: X-Signature, algorithm: sha512, encoding: base64,"
                                + " prefix: \"v1=\", timestampHeader: X-Time"))
                .isEqualTo(new Platform.Hmac(
                        "${S}",
                        "X-Signature",
                        "HmacSHA512",
                        Platform.Encoding.BASE64,
                        "v1=",
                        "X-Time",
                        "{timestamp}.{body}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock = """
            platform: telegram > platform: 'telegram' is not known; use one of hmac, line, meta, slack, wechat, x
            secret: '"${S}"' > platform: is missing; write platform: line | meta | wechat | slack | x | hmac
            platform: line > secret: is missing; write secret: "${NAME}"
            platform: line, secret: open > secret: holds a secret itself; write "${NAME}" and put the secret into the environment variable NAME
            platform: meta, secret: '"${S}"' > verifyToken: is missing; write verifyToken: "${NAME}"
            platform: wechat, token: '"${T}"', encodingKey: '"${K}"' > appId: is missing beside encodingKey; write appId: and the AppID of the account, which an encrypted message has to name
            platform: slack, secret: '"${S}"', token: '"${T}"' > token: is no key that is known here; use one of kind, platform, secret
            platform: hmac, secret: '"${S}"' > header: is missing; write header: X-Signature
            platform: hmac, secret: '"${S}"', header: 'a b' > header: 'a b' is no name of a header; use the name that the sender documents
            platform: hmac, secret: '"${S}"', header: h, algorithm: md5 > algorithm: 'md5' is not known; use one of sha1, sha256, sha512
            platform: hmac, secret: '"${S}"', header: h, signs: body > signs: 'body' cannot be checked; let it hold {body} once, and {timestamp} if and only if timestampHeader is given
            platform: hmac, secret: '"${S}"', header: h, timestampHeader: t, signs: '"{body}"' > signs: '{body}' cannot be checked; let it hold {body} once, and {timestamp} if and only if timestampHeader is given
            """,
            ignoreLeadingAndTrailingWhitespace = true,
            quoteCharacter = '`',
            maxCharsPerColumn = 500)
    void saysWhatIsWrong(String extract, String problem) {
        assertThat(home.with(
                                "jobs/sources/x.yaml",
                                source(extract.replace("'\"", "\"").replace("\"'", "\"")))
                        .problems())
                .first()
                .asString()
                .isEqualTo("jobs/sources/x.yaml:4: extract." + problem);
    }

    private Platform platform(String extract) {
        Extract read = home.with("jobs/sources/x.yaml", source(extract))
                .load()
                .source("x-mentions")
                .extract();
        assertThat(read.kind()).isEqualTo("webhook");
        assertThat(read.options()).isEqualTo(FileOptions.NONE);
        return ((WebhookExtract) read).platform();
    }

    private static String source(String extract) {
        return "source: x-mentions\nchannel: x\naccount: \"@acme\"\nextract: { kind: webhook, " + extract
                + " }\nmapping: x-v2\n";
    }
}
