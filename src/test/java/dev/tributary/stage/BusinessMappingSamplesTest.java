package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.interaction.CanonicalRecord;
import dev.tributary.run.FailureCode;
import dev.tributary.stage.MappedRecord.Mapped;
import dev.tributary.stage.MappedRecord.Unmapped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every payload under mappings/samples gives the records beside it. */
class BusinessMappingSamplesTest {

    private static final JsonMapper JSON = CanonicalJson.mapper(ZoneOffset.UTC);

    /** Our own account, as the samples have it. */
    private static final Map<String, String> ACCOUNTS = Map.of(
            "wechat-push", "gh_acme00outdoor",
            "wechat-getmsglist", "gh_acme00outdoor",
            "zendesk-csv", "support@acme.example",
            "twilio-calls", "+12025550100",
            "twilio-sms", "+12025550100",
            "email", "support@acme.example");

    static Stream<Path> expectations() throws Exception {
        List<Path> found = new ArrayList<>();
        for (String mapping : ACCOUNTS.keySet()) {
            try (Stream<Path> files = Files.list(Path.of("mappings/samples", mapping))) {
                files.filter(it -> it.toString().endsWith(".expected.json")).forEach(found::add);
            }
        }
        return found.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void mapsAsTheSampleSays(Path expectation) throws Exception {
        String mapping = expectation.getParent().getFileName().toString();
        List<MappedRecord> expected = new ArrayList<>();
        for (JsonNode record : JSON.readTree(Files.readString(expectation))) {
            expected.add(new Mapped(JSON.treeToValue(record, CanonicalRecord.class)));
        }
        List<MappedRecord> records = new ArrayList<>();
        for (Object payload : Decoded.payloads(payloadOf(expectation))) {
            records.addAll(compiled(mapping).map(payload));
        }
        assertThat(records).containsExactlyElementsOf(expected);
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
    void putsAsideWhatHasNoTime(String mapping, String payload) throws Exception {
        assertThat(compiled(mapping).map(JSON.readValue(payload.replace('\'', '"'), Object.class)))
                .singleElement()
                .extracting(it -> ((Unmapped) it).code())
                .isEqualTo(FailureCode.INVALID_RECORD);
    }

    private static Path payloadOf(Path expectation) throws Exception {
        String name = expectation.getFileName().toString().replace(".expected.json", ".");
        try (Stream<Path> files = Files.list(expectation.getParent())) {
            return files.filter(it -> it.getFileName().toString().startsWith(name) && !it.equals(expectation))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static Mapping compiled(String mapping) throws Exception {
        return Mapping.compile(
                Files.readString(Path.of("mappings", mapping + ".jsonata")),
                new MappingContext(
                        "sample", "sample", ACCOUNTS.get(mapping), ZoneOffset.UTC, MappingContext.TIME_LIMIT));
    }
}
