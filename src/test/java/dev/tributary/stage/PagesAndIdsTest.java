package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.interaction.CanonicalRecord.Filtered;
import dev.tributary.stage.MappedRecord.Mapped;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagesAndIdsTest {

    @Test
    void readsTheTimeOfAPostFromItsId() {
        assertThat(reason("$snowflake(id, 1288834974657)", Map.of("id", "1276035977375477760")))
                .isEqualTo("2020-06-25T06:14:19.265Z");
    }

    @Test
    void findsNoTimeInAnIdThatWasACounter() {
        assertThat(reason("$exists($snowflake(id, 1288834974657)) ? 'a time' : 'none'", Map.of("id", "29700859246")))
                .isEqualTo("none");
    }

    @Test
    void findsNoTimeInAnIdThatIsNoNumber() {
        assertThat(reason("$exists($snowflake(id, 1288834974657)) ? 'a time' : 'none'", Map.of("id", "m_1")))
                .isEqualTo("none");
    }

    @Test
    void mapsAPageOfAnyLengthThoughConditionsAreNested() {
        List<Object> page = Collections.nCopies(2_000, Map.of("c", 3));
        Mapping mapping = compile("$records(page, function($it) { $it.a ? 1 : $it.b ? 2 : "
                + "$it.c ? {'kind': 'filtered', 'reason': 'third'} : 4 })");

        assertThat(mapping.map(Map.of("page", page), "payload.json"))
                .hasSize(2_000)
                .containsOnly(new Mapped(new Filtered("third")));
    }

    private static String reason(String expression, Object payload) {
        MappedRecord record = compile("{'kind': 'filtered', 'reason': " + expression + "}")
                .map(payload, "payload.json")
                .get(0);
        return ((Filtered) ((Mapped) record).record()).reason();
    }

    private static Mapping compile(String expression) {
        return Mapping.compile(
                expression, new MappingContext("a-source", "x", "@acme", ZoneOffset.UTC, MappingContext.TIME_LIMIT));
    }
}
