package dev.tributary.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever somebody does to one entry of the trail is found. */
class ChainTest {

    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 5, 4, 7, 41, 12, 123_456_000);

    @Provide
    Arbitrary<Deed> deeds() {
        Arbitrary<String> texts = Arbitraries.strings().withChars("ab:\n1é😀").ofMaxLength(6);
        return Combinators.combine(
                        texts,
                        texts,
                        Arbitraries.of(Act.class),
                        texts,
                        Arbitraries.integers().between(0, 599),
                        texts)
                .as((actor, roles, act, what, status, address) ->
                        new Deed(actor, roles, act.name(), what, status, address));
    }

    @Property(tries = 200)
    void aTrailHoldsAsItWasWritten(@ForAll("deeds") Deed one, @ForAll("deeds") Deed other) {
        List<AuditEntry> trail = written(List.of(one, other, one));

        assertThat(fault(trail, trail, null)).isEmpty();
        assertThat(fault(trail, trail, trail.get(1).hash())).isEmpty();
    }

    @Property(tries = 500)
    void oneEntryThatSaysSomethingElseIsFound(
            @ForAll @Size(min = 1, max = 8) List<@From("deeds") Deed> deeds,
            @ForAll("deeds") Deed instead,
            @ForAll @IntRange(max = 1000) int where) {
        List<AuditEntry> trail = written(deeds);
        int at = where % trail.size();
        AuditEntry before = trail.get(at);
        List<AuditEntry> forged = new ArrayList<>(trail);
        forged.set(at, new AuditEntry(before.number(), before.at(), instead, before.previous(), before.hash()));

        assertThat(fault(forged, trail, null).map(Chain.Fault::entry))
                .isEqualTo(instead.equals(before.deed()) ? Optional.empty() : Optional.of(before.number()));
    }

    @Property(tries = 300)
    void oneEntryThatWasSealedAnewIsFound(
            @ForAll @Size(min = 1, max = 8) List<@From("deeds") Deed> deeds,
            @ForAll("deeds") Deed instead,
            @ForAll @IntRange(max = 1000) int where) {
        List<AuditEntry> trail = written(deeds);
        int at = where % trail.size();
        AuditEntry before = trail.get(at);
        List<AuditEntry> forged = new ArrayList<>(trail);
        forged.set(at, AuditEntry.after(before.number() - 1, before.previous(), before.at(), instead));

        assertThat(fault(forged, trail, null).isPresent()).isEqualTo(!instead.equals(before.deed()));
    }

    @Property(tries = 300)
    void anEntryThatWasTakenOutIsFound(
            @ForAll @Size(min = 1, max = 8) List<@From("deeds") Deed> deeds, @ForAll @IntRange(max = 1000) int where) {
        List<AuditEntry> trail = written(deeds);
        List<AuditEntry> forged = new ArrayList<>(trail);
        AuditEntry gone = forged.remove(where % trail.size());

        assertThat(fault(forged, trail, null).map(Chain.Fault::entry)).contains(gone.number());
    }

    @Property(tries = 300)
    void twoEntriesThatChangedPlacesAreFound(
            @ForAll @Size(min = 2, max = 8) List<@From("deeds") Deed> deeds,
            @ForAll @IntRange(max = 1000) int one,
            @ForAll @IntRange(max = 1000) int other) {
        List<AuditEntry> trail = written(deeds);
        List<AuditEntry> forged = new ArrayList<>(trail);
        Collections.swap(forged, one % trail.size(), other % trail.size());

        assertThat(fault(forged, trail, null).isPresent()).isEqualTo(one % trail.size() != other % trail.size());
    }

    @Property(tries = 300)
    void anEntryThatWasPutInIsFound(
            @ForAll @Size(min = 1, max = 8) List<@From("deeds") Deed> deeds,
            @ForAll("deeds") Deed forged,
            @ForAll @IntRange(max = 1000) int where) {
        List<AuditEntry> trail = written(deeds);
        int at = where % (trail.size() + 1);
        String previous = at == 0 ? AuditEntry.NONE : trail.get(at - 1).hash();
        List<AuditEntry> with = new ArrayList<>(trail);
        with.add(at, AuditEntry.after(at, previous, MORNING, forged));

        assertThat(fault(with, trail, null)).isPresent();
    }

    @Test
    void aTrailThatWasWrittenAnewHoldsInItselfAndIsFoundByItsAnchor() {
        List<AuditEntry> trail = written(List.of(Deed.command("mia", Act.DECISION, "link 7 C-1")));
        List<AuditEntry> anew = written(List.of(Deed.command("mia", Act.DECISION, "link 7 C-2")));

        assertThat(fault(anew, anew, null)).isEmpty();
        assertThat(fault(anew, anew, trail.get(0).hash()))
                .hasValueSatisfying(it -> assertThat(it.meaning()).contains("written anew"));
    }

    @Test
    void theHashIsThatOfTheFieldsAsTheyAreWrittenDown() {
        AuditEntry entry =
                AuditEntry.after(0, AuditEntry.NONE, MORNING, new Deed("mia", "STEWARD", "VIEW", "GET /é", 200, ""));

        assertThat(entry.hash())
                .isEqualTo(Sha256.hex(
                        "1:1\n27:2026-05-04T07:41:12.123456Z\n3:mia\n7:STEWARD\n4:VIEW\n7:GET /é\n3:200\n0:\n64:"
                                + "0".repeat(64) + "\n"));
    }

    private static List<AuditEntry> written(List<Deed> deeds) {
        List<AuditEntry> trail = new ArrayList<>();
        String hash = AuditEntry.NONE;
        for (Deed deed : deeds) {
            AuditEntry entry = AuditEntry.after(trail.size(), hash, MORNING.plusSeconds(trail.size()), deed);
            trail.add(entry);
            hash = entry.hash();
        }
        return trail;
    }

    /** What is found in a trail, where the head still tells the newest entry of the true one. */
    private static Optional<Chain.Fault> fault(
            List<AuditEntry> found, List<AuditEntry> written, @Nullable String anchor) {
        AuditEntry newest = written.get(written.size() - 1);
        Chain chain = new Chain(newest.number(), newest.hash(), anchor);
        for (AuditEntry entry : found) {
            Optional<Chain.Fault> fault = chain.next(entry);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return chain.end(newest.number());
    }
}
