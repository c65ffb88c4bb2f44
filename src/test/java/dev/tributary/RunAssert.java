package dev.tributary;

import dev.tributary.CommandLineRun.Ended;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;

/** What {@code tributary --json sync} answered. */
final class RunAssert extends AbstractAssert<RunAssert, Ended> {

    private static final List<String> OUTCOMES =
            List.of("new", "updated", "unchanged", "duplicate", "filtered", "suppressed", "quarantined");

    private RunAssert(Ended run) {
        super(run, RunAssert.class);
    }

    static RunAssert assertThat(Ended run) {
        return new RunAssert(run);
    }

    RunAssert completed() {
        Assertions.assertThat(actual.exitCode()).as(actual.err()).isZero();
        return state("COMPLETED").balances();
    }

    RunAssert state(String state) {
        Assertions.assertThat(actual.json().path("state").asString()).isEqualTo(state);
        return this;
    }

    RunAssert balances() {
        Assertions.assertThat(actual.json().path("sources"))
                .allSatisfy(source -> Assertions.assertThat(OUTCOMES.stream()
                                .mapToLong(outcome -> source.path(outcome).asLong())
                                .sum())
                        .as(source.path("source").asString())
                        .isEqualTo(source.path("read").asLong()));
        return this;
    }

    RunAssert read(String source, int records) {
        return counted(source, "read", records);
    }

    RunAssert counted(String source, String outcome, int records) {
        Assertions.assertThat(source(source).path(outcome).asInt())
                .as(outcome + " of " + source)
                .isEqualTo(records);
        return this;
    }

    RunAssert failed(String source, String code) {
        Assertions.assertThat(source(source).path("state").asString()).isEqualTo("FAILED");
        Assertions.assertThat(source(source).path("code").asString()).isEqualTo(code);
        Assertions.assertThat(source(source).path("message").asString()).isNotBlank();
        return this;
    }

    RunAssert people(int participants, int linked, int toReview, int unmatched) {
        JsonNode people = actual.json().path("people");
        Assertions.assertThat(List.of(
                        people.path("participants").asInt(),
                        people.path("linked").asInt(),
                        people.path("toReview").asInt(),
                        people.path("unmatched").asInt()))
                .containsExactly(participants, linked, toReview, unmatched);
        return this;
    }

    private JsonNode source(String name) {
        return actual.json()
                .path("sources")
                .valueStream()
                .filter(it -> it.path("source").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the run had no source " + name));
    }
}
