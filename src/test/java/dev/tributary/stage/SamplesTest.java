package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.decode.Decoder;
import dev.tributary.definition.Definitions;
import dev.tributary.definition.Example;
import dev.tributary.run.FailureCode;
import dev.tributary.run.Home;
import dev.tributary.stage.MappedRecord.Unmapped;
import java.nio.file.Path;
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
                "email | {'messageId':'1@example.org','from':[{'address':'a@example.org'}],'headers':{}}",
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
}
