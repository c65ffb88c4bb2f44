package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dashjoin.jsonata.JException;
import dev.tributary.interaction.CanonicalRecord.Filtered;
import dev.tributary.interaction.CanonicalRecord.Interaction;
import dev.tributary.run.FailureCode;
import dev.tributary.stage.MappedRecord.Mapped;
import dev.tributary.stage.MappedRecord.Unmapped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {

    private static final String SECRET = "anna@example.org";

    private static final String MESSAGE =
            "{'kind': 'interaction', 'id': id, 'type': 'message', 'visibility': 'private', "
                    + "'direction': 'inbound', 'at': at, 'text': $string(text)}";

    @Test
    void leavesTheOthersAloneWhenItFailsOnOne() {
        Object good = Map.of("id", "1", "at", "2026-01-31T10:00:00Z", "n", 1);
        Object bad = Map.of("id", "2", "at", "2026-01-31T10:00:00Z", "n", SECRET);

        List<MappedRecord> records = mapping("$records(page, function($it) { $it.($n := n + 1; " + MESSAGE + ") })")
                .map(Map.of("page", List.of(good, bad, good)), "payload.json");

        assertThat(records).hasSize(3);
        assertThat(records.get(0)).isInstanceOf(Mapped.class).isEqualTo(records.get(2));
        assertThat(unmapped(records.get(1)).code()).isEqualTo(FailureCode.NOT_MAPPED);
        assertThat(unmapped(records.get(1)).reason())
                .startsWith("JSONata error T2001 at position ")
                .doesNotContain("anna");
    }

    @Test
    void leavesTheOthersAloneWhenOneIsNoRecord() {
        List<MappedRecord> records = mapping("$records(page, function($it) { $it.(" + MESSAGE + ") })")
                .map(
                        Map.of("page", List.of(Map.of("id", "1"), Map.of("id", "2", "at", "2026-01-31T10:00:00Z"))),
                        "payload.json");

        assertThat(unmapped(records.get(0))).isEqualTo(invalid("the field 'at' is missing"));
        assertThat(((Interaction) mapped(records.get(1))).id()).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($x) { $f($x + 1) }; $f(1))",
                "$records([1..3], function($it) { ($f := function($x) { $f($x) }; $f($it)) })",
                "$map([1..9000000], function($x) { $map([1..9000000], function($y) { $x + $y }) })",
            })
    @Timeout(20)
    void stopsAMappingThatLoops(String expression) {
        List<MappedRecord> records = mapping(expression, Duration.ofMillis(200)).map(Map.of(), "payload.json");

        assertThat(records)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(unmapped(it).code()).isEqualTo(FailureCode.MAPPING_TOO_SLOW));
    }

    @Test
    @Timeout(20)
    void stopsAMappingThatCallsItselfWithoutEnd() {
        assertThat(mapping("($f := function($x) { 1 + $f($x) }; $f(1))", Duration.ofSeconds(5))
                        .map(Map.of(), "payload.json"))
                .singleElement()
                .satisfies(it -> assertThat(unmapped(it).reason()).doesNotContain("Map"));
    }

    @Test
    @Timeout(20)
    void mapsTheNextPayloadAfterOneThatTookTooLong() {
        Mapping mapping = mapping(
                "loop ? ($f := function($x) { $f($x) }; $f(1)) : {'kind': 'filtered', 'reason': 'quick'}",
                Duration.ofMillis(200));

        assertThat(unmapped(mapping.map(Map.of("loop", true), "payload.json").get(0))
                        .code())
                .isEqualTo(FailureCode.MAPPING_TOO_SLOW);
        assertThat(mapped(mapping.map(Map.of("loop", false), "payload.json").get(0)))
                .isEqualTo(new Filtered("quick"));
    }

    @Test
    @Timeout(60)
    void takesItsTimeOverALongConversation() {
        String slow = "function($n) {( $sum([1..500]); {'kind': 'filtered', 'reason': 'counted'} )}";

        assertThat(mapping("$records([1..20000], " + slow + ")", Duration.ofMillis(100))
                        .map(Map.of(), "payload.json"))
                .hasSize(20_000)
                .containsOnly(new Mapped(new Filtered("counted")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind': 'gossip', 'text': secret}            | the record has no known 'kind', or a field of the wrong type",
                "{'text': secret}                              | the record has no known 'kind', or a field of the wrong type",
                "secret                                        | the mapping returned no object",
                "{'kind': 'filtered', 'reason': 'a', 'because': secret}       | the field 'because' is unknown, or its value is not of the kind it should be",
                "{'kind': 'filtered'}                          | the field 'reason' is missing",
                "{'kind': 'deletion', 'id': '1', 'at': secret} | the field 'at' is unknown, or its value is not of the kind it should be",
                "{'kind': 'deletion', 'id': '1', 'at': '2023-02-30T00:00:00Z'} | the field 'at' is unknown, or its value is not of the kind it should be",
                "{'kind': 'deletion', 'at': '2023-02-03T00:00:00Z'} | the field 'id' is missing",
                "{'kind': 'profile', 'party': {'emails': [secret, {'no': 'text'}]}} | the field 'party.emails.[1]' is unknown, or its value is not of the kind it should be",
                "{'kind': 'profile', 'party': {'email': secret}} | the field 'party.email' is unknown, or its value is not of the kind it should be",
                "{'kind': 'claim', 'party': secret, 'at': '2023-02-03T00:00:00Z'} | the field 'party' is unknown, or its value is not of the kind it should be",
            })
    void saysWhichFieldIsWrongAndNothingOfWhatItHolds(String expression, String reason) {
        assertThat(mapping(expression).map(Map.of("secret", SECRET), "payload.json"))
                .containsExactly(invalid(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$number(secret)",
                "$toMillis(secret)",
                "$fromMillis(secret)",
                "$parseInteger(secret, secret)",
                "$eval(secret)",
                "$error(secret)",
                "$assert(false, secret)",
                "$match(secret, /(/)",
                "secret.$substring(1, 'x')",
                "$snowflake(secret)",
                "$snowflake(secret, secret)",
                "$snowflake(1, nothing)",
                "$time('2026', secret)",
                "$time('2026', nothing)",
                "$time('2026')",
                "$records(secret, 1)",
                "$records(secret, secret)",
                "$formatNumber(1, secret)",
                "$base64decode(secret)",
                "$decodeUrl('%')",
                "$lookup(secret, secret)(1)",
                "nothing()",
            })
    void keepsTheContentOutOfItsReasons(String expression) {
        Mapping mapping;
        try {
            mapping = mapping("{'kind': 'filtered', 'reason': " + expression + ", 'more': 1}");
        } catch (JException noJsonata) {
            return;
        }
        assertThat(mapping.map(Map.of("secret", SECRET), "payload.json"))
                .allSatisfy(it -> assertThat(unmapped(it).reason()).doesNotContain("anna", "example"));
    }

    @Test
    void refusesWhatIsNoJsonata() {
        assertThatThrownBy(() -> mapping("{'kind': ")).isInstanceOf(JException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nothing", "[]", "$records(nothing, function($it) { $it })", "nothing.{'kind': 'filtered'}"})
    void countsAPayloadThatItHasNothingToSayAboutAsFiltered(String expression) {
        assertThat(mapping(expression).map(Map.of(), "payload.json"))
                .containsExactly(new Mapped(new Filtered("nothing to map")));
    }

    @Test
    void countsAnItemThatItHasNothingToSayAboutAsFiltered() {
        assertThat(mapping("$records(page, function($it) { $it.(id = '1' ? {'kind': 'filtered', 'reason': 'first'}) })")
                        .map(Map.of("page", List.of(Map.of("id", "1"), Map.of("id", "2"))), "payload.json"))
                .containsExactly(new Mapped(new Filtered("first")), new Mapped(new Filtered("nothing to map")));
    }

    @Test
    void takesASingleValueForAList() {
        MappedRecord record = mapping("{'kind': 'profile', 'party': {'emails': 'a@example.org'}}")
                .map(Map.of(), "payload.json")
                .get(0);

        assertThat(mapped(record)).hasToString("Profile[party=Party[***], at=null, on=null]");
    }

    @Test
    void survivesAPayloadThatIsNestedDeeply() {
        Object nested = Map.of();
        for (int depth = 0; depth < 900; depth++) {
            nested = Collections.singletonMap("in", nested);
        }
        assertThat(mapping("{'kind': 'filtered', 'reason': $string($count(**))}")
                        .map(nested, "payload.json"))
                .singleElement()
                .isEqualTo(new Mapped(new Filtered("901")));
    }

    @Test
    void tellsTheMappingItsSource() {
        assertThat(mapping("{'kind': 'filtered', 'reason': $source & ' ' & $channel & ' ' & $account}")
                        .map(Map.of(), "payload.json"))
                .containsExactly(new Mapped(new Filtered("a-source x @acme")));
    }

    @Test
    void tellsTheMappingItsOptionsAndTheArchiveOfAFile() {
        MappingContext context = new MappingContext(
                "a-source", "x", "@acme", Map.of("dateOrder", "DMY"), ZoneOffset.UTC, MappingContext.TIME_LIMIT);
        Mapping mapping = Mapping.compile(
                "{'kind': 'filtered', 'reason': $join([$options.dateOrder, $options.none, $file, $archive], ' ')}",
                context);

        assertThat(mapping.map(Map.of(), new Origin("Anna.zip", "_chat.txt", null)))
                .containsExactly(new Mapped(new Filtered("DMY _chat.txt Anna.zip")));
        assertThat(mapping.map(Map.of(), "Anna.txt")).containsExactly(new Mapped(new Filtered("DMY Anna.txt")));
    }

    @Test
    void givesUpARecordInItsOwnWords() {
        assertThat(mapping(
                                "$records(items, function($i) { $i = 1 ? $refuse('say so; do that') : {'kind': 'filtered', 'reason': 'b'} })")
                        .map(Map.of("items", List.of(1, 2)), "payload.json"))
                .containsExactly(
                        new Unmapped(FailureCode.NOT_MAPPED, "say so; do that"), new Mapped(new Filtered("b")));
        assertThat(mapping("$refuse('no; mend it')").map(Map.of(), "payload.json"))
                .containsExactly(new Unmapped(FailureCode.NOT_MAPPED, "no; mend it"));
    }

    private static Unmapped invalid(String reason) {
        return new Unmapped(FailureCode.INVALID_RECORD, reason);
    }

    private static Unmapped unmapped(MappedRecord record) {
        assertThat(record).isInstanceOf(Unmapped.class);
        return (Unmapped) record;
    }

    private static Object mapped(MappedRecord record) {
        assertThat(record).isInstanceOf(Mapped.class);
        return ((Mapped) record).record();
    }

    private static Mapping mapping(String expression) {
        return mapping(expression, MappingContext.TIME_LIMIT);
    }

    private static Mapping mapping(String expression, Duration limit) {
        return Mapping.compile(expression, new MappingContext("a-source", "x", "@acme", ZoneOffset.UTC, limit));
    }
}
