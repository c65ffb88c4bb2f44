package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.Jsonata;
import dev.tributary.interaction.CanonicalRecord.Filtered;
import dev.tributary.stage.MappedRecord.Mapped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingFunctionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "$epoch(1749416383)                           | 2025-06-08T20:59:43Z",
                "$epoch('1749416383')                         | 2025-06-08T20:59:43Z",
                "$epoch($substringBefore('1454884927.000002', '.')) | 2016-02-07T22:42:07Z",
                "$epoch(-1)                                   | 1969-12-31T23:59:59Z",
                "$epoch('soon')                               | soon",
                "$epoch(9e18)                                 | 9000000000000000000",
                "$epochMillis(1749416383123)                  | 2025-06-08T20:59:43.123Z",
                "$epochMillis('1749416383123')                | 2025-06-08T20:59:43.123Z",
                "$epochMillis('')                             | \"\"",
                "$time('Tue Oct 31 22:10:47 +0000 2017', 'EEE MMM dd HH:mm:ss Z yyyy') | 2017-10-31T22:10:47Z",
                "$time('30/12/2023 14:29', 'dd/MM/yyyy HH:mm') | 2023-12-30T14:29+01:00",
                "$time('30/02/2023 14:29', 'dd/MM/yyyy HH:mm') | 30/02/2023 14:29",
                "$time('noon', 'dd/MM/yyyy HH:mm')            | noon",
                "$unescape('5 &lt; 6 &amp;amp; caf&eacute; &#128512;') | 5 < 6 &amp; café 😀",
                "$unescape('&nonsense; & so on')              | &nonsense; & so on",
                "$repair('Jos\u00c3\u00a9 \u00f0\u009f\u0098\u0080') | José 😀",
                "$repair('José')                              | José",
                "$repair('日本')                               | 日本",
                "$repair('plain')                             | plain",
                "$repair({'Jos\u00c3\u00a9': ['\u00c3\u00a4', 1, 'é']}) | {\"José\":[\"ä\",1,\"é\"]}",
                "$plain('<p>Hello <b>Anna</b></p><p>bye</p>') | \"Hello Anna\nbye\"",
                "$json('{\"a\": [1, {\"b\": \"ü\"}]}').a[1].b | ü",
                "$permalink('https://x.com/acmeoutdoor/status/2051205485687734273').(network & ' ' & id) | x 2051205485687734273",
                "$exists($permalink('https://acme.example/blog/1')) ? 'an id' : 'none' | none",
                "$exists($permalink(nothing)) ? 'an id' : 'none' | none",
                "$json('{\\u0022a\\u0022: {\\u0022b\\u0022: 9007199254740993}}').a.b | 9007199254740993",
                "$exists($json('$now()')) ? 'an object' : 'none' | none",
                "$exists($json('[1]')) ? 'an object' : 'none' | none",
                "$exists($json('')) ? 'an object' : 'none'    | none",
                "$exists($json(nothing)) ? 'an object' : 'none' | none",
                "$exists($epoch(nothing)) ? 'a time' : 'none' | none",
                "$exists($epochMillis(nothing)) ? 'a time' : 'none' | none",
                "$exists($time(nothing, 'yyyy')) ? 'a time' : 'none' | none",
                "$exists($unescape(nothing)) ? 'a text' : 'none' | none",
                "$exists($repair(nothing)) ? 'a text' : 'none' | none",
                "$exists($plain(nothing)) ? 'a text' : 'none' | none",
            })
    void readsWhatItCanAndLeavesTheRestAsItIs(String expression, String result) {
        Mapping mapping = Mapping.compile(
                "{'kind': 'filtered', 'reason': $string(" + expression + ")}",
                new MappingContext("a-source", "x", "@acme", ZoneId.of("Europe/Berlin"), MappingContext.TIME_LIMIT));

        if (result.isEmpty()) {
            assertThat(mapping.map(Map.of(), "payload.json")).singleElement().isInstanceOf(MappedRecord.Unmapped.class);
        } else {
            assertThat(mapping.map(Map.of(), "payload.json")).containsExactly(new Mapped(new Filtered(result)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$exists(text)",
                "$exists(none)",
                "$exists(nothing)",
                "$exists(several)",
                "$exists(empty)",
                "$exists(several[$ > 5])",
                "$exists(function($x) { $x })",
                "$not(text)",
                "$not(none)",
                "$exists($not(nothing))",
                "$not(several)",
                "$not(empty)",
                "$not(zero)",
                "several.$not()",
                "$not($exists(text)) or $exists($not(nothing))",
                "$count($filter([text, none, zero], $exists))",
                "$string($map([text, none, zero, empty], $not))",
                "several[$not($ = 2)]",
            })
    void existsAndNotSayWhatTheyDoInJsonata(String expression) {
        Map<String, Object> payload =
                new HashMap<>(Map.of("text", "hello", "several", List.of(1, 2, 3), "empty", List.of(), "zero", 0));
        payload.put("none", null);
        Jsonata.Frame ours = Jsonata.jsonata("1").createFrame();
        new MappingFunctions(ZoneOffset.UTC).bindTo(ours, new TimeLimit(MappingContext.TIME_LIMIT));

        Object result = Jsonata.jsonata(expression).evaluate(payload, ours);

        assertThat(result).isNotNull().isEqualTo(Jsonata.jsonata(expression).evaluate(payload));
    }

    @Test
    void ourFunctionsMayBeGivenToThoseOfJsonata() {
        Mapping mapping = Mapping.compile(
                "{'kind': 'filtered', 'reason': $join($map(['1 &lt; 2', '3 &gt; 2'], $unescape), ', ')}",
                new MappingContext("a-source", "x", "@acme", ZoneOffset.UTC, MappingContext.TIME_LIMIT));

        assertThat(mapping.map(Map.of(), "page.json")).containsExactly(new Mapped(new Filtered("1 < 2, 3 > 2")));
    }
}
