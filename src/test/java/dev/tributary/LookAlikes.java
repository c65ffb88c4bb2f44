package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import dev.tributary.LookAlikePairs.Pair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A night on which everybody in the CRM is written to by somebody whose address, number or handle looks like theirs; the same on
 * every database. Spellings that are the same address by the rules of its type are pairs of their own: these have to be one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LookAlikes {

    private static final String HOW_THEY_STAND = """
            SELECT i.native_id, COALESCE(c.external_id, '-'), COALESCE(m.outcome, '-'), COALESCE(m.reason, '-')
            FROM interaction i JOIN participant p ON p.id = i.author_id LEFT JOIN link l ON l.active_participant = p.id LEFT JOIN crm_contact c ON c.id = l.contact_id
            LEFT JOIN participant_match m ON m.participant_id = p.id""";

    private final Map<String, Pair> pairs =
            LookAlikePairs.all().stream().collect(Collectors.toMap(Pair::contact, it -> it));

    private Installation installation;

    /** By the contact that they look like: the contact they are linked to or {@code -}, the outcome and the reason. */
    private Map<String, List<String>> standing;

    abstract Installation installedIn(Path home);

    @BeforeAll
    void everybodyIsWrittenToByTheirLookAlike(@TempDir Path home) {
        StringBuilder contacts = new StringBuilder("id,name,emails,phones,handles\n");
        StringBuilder messages = new StringBuilder();
        for (Pair pair : pairs.values()) {
            contacts.append("%s,Person %1$s,%s,%s,%s\n"
                    .formatted(
                            pair.contact(),
                            pair.kind() == LookAlikePairs.Kind.EMAIL ? pair.theirs() : "",
                            pair.kind() == LookAlikePairs.Kind.PHONE ? pair.theirs() : "",
                            pair.kind() == LookAlikePairs.Kind.HANDLE ? "shop:" + pair.theirs() : ""));
            messages.append(message(pair)).append('\n');
        }
        installation = installedIn(home)
                .file("contacts.csv", contacts.toString())
                .file("inbox/1.ndjson", messages.toString())
                .file("mappings/canonical.jsonata", "$")
                .file("jobs/sources/shop.yaml", """
                        source: shop
                        channel: shop
                        account: acme
                        extract: { kind: file, path: "inbox/*.ndjson" }
                        mapping: canonical
                        """)
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\ncontacts: contacts.csv\nsources: [shop]\n");
        Ended night = installation.tributary("--json", "sync", "--date", "2026-05-31");
        assertThat(night.exitCode()).as(night.err()).isZero();
        assertThat(night.json().at("/sources/0/new").asInt()).isEqualTo(pairs.size());
        standing = installation.rows(HOW_THEY_STAND).stream()
                .map(row -> row.split(" \\| "))
                .collect(Collectors.toMap(
                        row -> row[0].replaceFirst("same|alike", ""), row -> List.of(row[1], row[2], row[3])));
    }

    @Test
    void nobodyIsLinkedWhoOnlyLooksAlike() {
        List<Pair> alike = pairs.values().stream().filter(it -> !it.same()).toList();

        assertThat(alike).hasSize(200);
        assertThat(alike)
                .filteredOn(it -> !standing.get(it.contact()).get(0).equals("-"))
                .isEmpty();
        assertThat(installation.rows("SELECT COUNT(*) FROM crm_timeline_entry e JOIN interaction i"
                        + " ON i.id = e.interaction_id WHERE i.native_id LIKE 'alike%'"))
                .containsExactly("0");
    }

    @Test
    void aStewardSeesEachOfThemWithTheReason() {
        List<String> wrong = new ArrayList<>();
        for (Pair pair : pairs.values()) {
            List<String> stands = standing.get(pair.contact());
            boolean seen = stands.get(1).equals("UNMATCHED")
                            && stands.get(2).equals(pair.way().reason())
                    || stands.get(1).equals("REVIEW") && pair.way().mayBeReviewed();
            if (!pair.same() && !seen) {
                wrong.add(pair + " " + stands);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void spellingsOfOneAddressAreOne() {
        List<Pair> same = pairs.values().stream().filter(Pair::same).toList();

        assertThat(same).hasSize(60);
        assertThat(same)
                .filteredOn(it -> !standing.get(it.contact()).get(0).equals(it.contact()))
                .isEmpty();
    }

    private static String message(Pair pair) {
        Map<String, Object> author = switch (pair.kind()) {
            case EMAIL -> Map.of("emails", List.of(pair.alike()));
            case PHONE -> Map.of("phones", List.of(pair.alike()));
            case HANDLE -> Map.of("handle", pair.alike());
        };
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "kind",
                        "interaction",
                        "id",
                        (pair.same() ? "same" : "alike") + pair.contact(),
                        "type",
                        "message",
                        "visibility",
                        "private",
                        "direction",
                        "inbound",
                        "at",
                        "2026-05-01T10:00:00Z",
                        "author",
                        author,
                        "text",
                        "Hello"));
    }
}
