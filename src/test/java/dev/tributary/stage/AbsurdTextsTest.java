package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.definition.SourceDefinition;
import dev.tributary.run.Equation;
import dev.tributary.run.Outcome;
import dev.tributary.stage.StageItem.Position;
import dev.tributary.stage.StageItem.Read;
import dev.tributary.testing.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever text a source puts into a field: the record comes in or is put aside, and its neighbour comes in. */
class AbsurdTextsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ABSURD = "~absurd~";
    private static final TestDatabase DATABASE = TestDatabase.H2;

    /** Every field that holds a text. */
    private static final List<String> RECORDS = List.of("""
            {"kind":"interaction","id":"m1","type":"message","visibility":"private","direction":"inbound",
             "at":"2026-01-31T10:00:00Z","editedAt":"2026-01-31T11:00:00Z",
             "conversation":{"id":"c1","subject":"Tents"},"inReplyTo":"m0",
             "relations":[{"type":"ticketOf","id":"t1","on":"desk","proof":"ticket"},
                          {"type":"callbackFor","by":"https://acme.example/call/12345678","proof":"link"}],
             "author":{"id":"u1","handle":"@anna","name":"Anna Berger","emails":["anna@example.org"],
                       "phones":["+12025550101"],"url":"https://example.org/anna","ids":{"unionid":"n1"}},
             "recipients":[{"name":"Tom"}],"text":"Hello","html":"<p>Hello</p>","language":"en",
             "attachments":[{"url":"https://example.org/a.png","name":"a.png","mediaType":"image/png"}],
             "url":"https://example.org/m1","on":"shop","offers":["https://acme.example/call/87654321"]}""", """
            {"kind":"profile","party":{"id":"u1","handle":"@anna","name":"Anna Berger","url":"https://example.org/anna",
             "emails":["anna@example.org"],"phones":["+12025550101"],"ids":{"unionid":"n1"}},"on":"shop"}""", """
            {"kind":"claim","party":{"emails":["anna@example.org"]},"at":"2026-01-31T10:00:00Z","on":"shop"}""", """
            {"kind":"deletion","id":"m9","at":"2026-01-31T10:00:00Z","on":"shop"}""", """
            {"kind":"filtered","reason":"a receipt"}""");

    private StagedRun run;

    @BeforeEach
    void aRun() {
        DATABASE.clear();
        run = StagedRun.on(DATABASE);
    }

    static Stream<Arguments> absurdities() {
        Map<String, String> texts = Map.of(
                "1.2 million letters",
                "x".repeat(1_200_000),
                "faces, each of two characters",
                "x" + "😀".repeat(700_000),
                "no text",
                "\0\1\u202E".repeat(400),
                "half a face",
                "x\uD83D".repeat(300),
                "a year far away",
                "+999999999-12-31T23:59:59-18:00",
                "a link of a million parts",
                "https://example.org/" + "a/".repeat(600_000));
        List<Arguments> all = new ArrayList<>();
        texts.forEach((name, text) -> variants().forEach(variant -> all.add(Arguments.of(name, variant, text))));
        return all.stream();
    }

    /** Each record with one text replaced, and with the key among the ids replaced. */
    private static List<String> variants() {
        List<String> variants = new ArrayList<>();
        for (String record : RECORDS) {
            JsonNode tree = JSON.readTree(record);
            texts(tree)
                    .filter(text -> !text.equals(tree.get("kind").asString()))
                    .distinct()
                    .forEach(text -> variants.add(tree.toString().replace("\"" + text + "\"", "\"" + ABSURD + "\"")));
            if (record.contains("unionid")) {
                variants.add(tree.toString().replace("unionid", ABSURD));
            }
        }
        return variants;
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isString()
                ? Stream.of(node.asString())
                : Stream.of(node).flatMap(it -> it.values().stream()).flatMap(AbsurdTextsTest::texts);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("absurdities")
    void comeInOrArePutAside(String name, String record, String text) {
        List<Normalised> chunk = new ArrayList<>(staged(record, text));
        chunk.add(Said.aMessage().withId("neighbour").on(1, 9).report());

        run.write(chunk);

        Map<Outcome, Long> outcomes =
                DATABASE.bean(Equation.class).of(run.number()).get("inbox").outcomes();
        assertThat(outcomes.values().stream().mapToLong(it -> it).sum()).isEqualTo(2);
        assertThat(DATABASE.jdbc()
                        .queryForObject("SELECT COUNT(*) FROM interaction WHERE native_id = 'neighbour'", Long.class))
                .isOne();
        assertThat(DATABASE.jdbc().queryForList("SELECT message FROM quarantined_record", String.class))
                .allSatisfy(reason -> assertThat(reason).hasSizeLessThan(200));
    }

    @Test
    void keepsWholeAttachmentsOnly() {
        String one = JSON.readTree(RECORDS.get(0)).get("attachments").get(0).toString();
        String many = RECORDS.get(0).replace("\"attachments\":[", "\"attachments\":[" + (one + ",").repeat(30_000));

        run.write(staged(many, ""));

        String kept = DATABASE.jdbc().queryForObject("SELECT attachments FROM interaction", String.class);
        assertThat(kept).hasSizeBetween(Attachments.LONGEST - 200, Attachments.LONGEST);
        assertThat(JSON.readTree(kept).values())
                .hasSizeGreaterThan(5_000)
                .allSatisfy(it -> assertThat(it.get("name").asString()).isEqualTo("a.png"));
    }

    @Test
    void keepsLongNamesOfAccountsApart() {
        String longName = "a".repeat(300);
        List<Normalised> chunk = new ArrayList<>();
        for (String end : List.of("1", "2")) {
            chunk.addAll(staged(RECORDS.get(0).replace("\"on\":\"shop\"", "\"on\":\"" + longName + end + "\""), ""));
        }

        run.write(chunk);

        assertThat(DATABASE.jdbc().queryForList("SELECT account FROM interaction", String.class))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        account -> assertThat(account).startsWith("@acme/aaa").hasSize(190));
    }

    private static List<Normalised> staged(String record, String absurd) {
        SourceDefinition source = Said.source("inbox");
        Normaliser normaliser = new Normaliser();
        List<Normalised> staged = new ArrayList<>();
        Object payload = absurd(JSON.readValue(record, Object.class), absurd);
        for (MappedRecord mapped :
                Mapping.compile("$", MappingContext.of(source)).map(payload, "a.json")) {
            staged.add(normaliser.process(
                    new Read(source, new Position(1, 1, staged.size()), Said.at("23:00:00"), mapped)));
        }
        return staged;
    }

    private static Object absurd(Object value, String text) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, of) -> copy.put(key.equals(ABSURD) ? text : (String) key, absurd(of, text)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(it -> absurd(it, text)).toList();
        }
        return ABSURD.equals(value) ? text : value;
    }
}
