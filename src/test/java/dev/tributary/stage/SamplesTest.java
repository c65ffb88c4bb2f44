package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.decode.Decoder;
import dev.tributary.definition.Definitions;
import dev.tributary.definition.Example;
import dev.tributary.interaction.CanonicalRecord.Interaction;
import dev.tributary.run.FailureCode;
import dev.tributary.run.Home;
import dev.tributary.stage.MappedRecord.Mapped;
import dev.tributary.stage.MappedRecord.Unmapped;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Each sample beside a mapping gives the records that are expected of it. */
class SamplesTest {

    private static final Path REPOSITORY = Path.of(".");
    private static final Definitions DEFINITIONS = Definitions.load(REPOSITORY);
    private static final Map<String, Example> EXAMPLES = DEFINITIONS.examples(REPOSITORY);

    static Stream<String> mappings() {
        return DEFINITIONS.mappings().stream();
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void giveTheRecordsThatAreExpected(String mapping) {
        assertThat(EXAMPLES).containsKey(mapping);
        Example example = EXAMPLES.get(mapping);
        assertThat(example.samples()).isNotEmpty();
        assertThat(new Samples(new Decoder(new Home(Path.of("target")))).check(example, DEFINITIONS.mapping(mapping)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wechat-push | {'xml':{'FromUserName':'o1','ToUserName':'gh_1','MsgType':'text','MsgId':'1','Content':'Hi'}}",
                "wechat-getmsglist | {'recordlist':[{'openid':'o1','opercode':2003,'text':'Hi'}]}",
                "zendesk-csv | {'Ticket ID':'1','Comment ID':'2','Comment':'Hi','Created at':'yesterday'}",
                "twilio-calls | {'sid':'CA1','direction':'inbound','status':'completed','from':'+12025550123'}",
                "twilio-sms | {'sid':'SM1','direction':'inbound','status':'received','body':'Hi','date_sent':null}",
            })
    void putAsideWhatHasNoTime(String mapping, String payload) {
        Mapping compiled = Mapping.compile(
                DEFINITIONS.mapping(mapping),
                MappingContext.of(EXAMPLES.get(mapping).source()));
        Object content = JsonMapper.shared().readValue(payload.replace('\'', '"'), Object.class);
        assertThat(compiled.map(content, "payload.json"))
                .singleElement()
                .extracting(it -> ((Unmapped) it).code())
                .isEqualTo(FailureCode.INVALID_RECORD);
    }

    /** Such messages are real, and nobody can say more of their time: they are shown as of when they landed, and marked. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email | {'messageId':'1@example.org','from':[{'address':'a@example.org'}],'text':'Hi','headers':{}}",
                "x-v2 | {'data':{'id':'20','text':'Hi','author_id':'12'}}",
                "facebook-graph | {'id':'77_9','message':'Hi','from':{'id':'8','name':'Ann'}}",
                "feed | {'feed':{'type':'rss_2.0'},'id':'https://example.org/1','title':'Hi'}",
            })
    void markWhatTellsNoTimeAsUndated(String mapping, String payload) {
        Mapping compiled = Mapping.compile(
                DEFINITIONS.mapping(mapping),
                MappingContext.of(EXAMPLES.get(mapping).source()));
        Object content = JsonMapper.shared().readValue(payload.replace('\'', '"'), Object.class);
        OffsetDateTime landed = OffsetDateTime.parse("2026-05-31T03:30:00Z");
        assertThat(compiled.map(content, new Origin("payload.json", null, landed)))
                .singleElement()
                .extracting(it -> (Interaction) ((Mapped) it).record())
                .satisfies(it -> assertThat(it.undated()).isTrue())
                .satisfies(it -> assertThat(it.at().toInstant()).isEqualTo(landed.toInstant()));
    }
}
