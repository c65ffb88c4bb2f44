package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Contacts of the CRM that are one person: proposed, and merged where a rule may. */
abstract class DuplicateContacts {

    private static final String CONTACTS = """
            id,given_name,family_name,company,emails,phones
            C1,Anna,Berg,,anna.berg@example.org,+49 30 23125101
            C2,Anna,Berg,,anna.berg@example.org,
            C3,Anna,Bergg,,,+49 30 23125101
            C4,Ben,Berg,,,+49 30 23125101
            C5,Cy,Moss,,cy@example.org,
            """;

    private static final String AUTOMATIC = """
            duplicates:
              rules:
                - rule: same-email-and-name
                  when: { email: SAME, name: SAME }
                  then: MATCH
                  automatic: true
                - rule: same-phone-and-given
                  when: { phone: SAME, given: SAME }
                  then: MATCH
            """;

    @TempDir
    Path home;

    private Installation installation;

    abstract Installation installedIn(Path home);

    @Test
    void proposesWhoMayBeOneAndChangesNoContact() {
        crm();
        Contents before = contacts();

        JsonNode found = dedupe();

        assertThat(found.path("contacts").asInt()).isEqualTo(5);
        assertThat(found.path("merged").asInt()).isZero();
        assertThat(pairs(found))
                .contains("C1 C2 MATCH", "C1 C3 MATCH")
                .noneMatch(it -> it.contains("C4 M") || it.contains("C5"));
        assertThat(contacts()).isEqualTo(before);
        List<String> rows = installation.rows("SELECT * FROM contact_duplicate ORDER BY first_id, second_id");
        assertThat(rows).isNotEmpty();
        dedupe();
        assertThat(installation.rows("SELECT * FROM contact_duplicate ORDER BY first_id, second_id"))
                .isEqualTo(rows);
    }

    @Test
    void proposesNoPairThatAPersonSaidIsTwo() {
        crm();
        installation.tributary("merge", "C2", "C1");
        installation.tributary("unmerge", "C2");

        assertThat(pairs(dedupe())).noneMatch(it -> it.startsWith("C1 C2"));
    }

    @Test
    void mergesByRulesThatAreMarkedAndLeavesTheOthersToAPerson() {
        crm();
        installation.file("mappings/identity/match-rules.yaml", AUTOMATIC);

        JsonNode merged = dedupe("--apply");

        assertThat(merged.path("merged").asInt()).isEqualTo(1);
        assertThat(merged.path("contacts").asInt()).isEqualTo(4);
        assertThat(merges()).containsExactly("C2 | C1 | INFERRED | same-email-and-name");
        assertThat(pairs(merged)).containsExactly("C1 C3 MATCH");
        assertThat(dedupe("--apply").path("merged").asInt()).isZero();
        assertThat(merges()).hasSize(1);
    }

    @Test
    void takesAMergeBackAndDoesNotMakeItAgain() {
        crm();
        installation.file("mappings/identity/match-rules.yaml", AUTOMATIC);
        Contents before = contacts();
        dedupe("--apply");

        installation.tributary("unmerge", "C2");

        assertThat(contacts()).isEqualTo(before);
        assertThat(dedupe("--apply").path("merged").asInt()).isZero();
        assertThat(merges()).isEmpty();
    }

    @Test
    void isHeldWhereMoreWouldBeMergedThanIsAllowed() {
        crm();
        installation.file("mappings/identity/match-rules.yaml", AUTOMATIC);

        Ended held = installation.tributary("--json", "contacts", "dedupe", "--apply", "--most", "0");

        assertThat(held.exitCode()).isEqualTo(3);
        assertThat(held.json().path("held").asString()).contains("1 contacts would be merged");
        assertThat(merges()).isEmpty();
    }

    @Test
    void writesThePairsAsCsv() throws Exception {
        crm();

        installation.tributary(
                "contacts", "dedupe", "--out", home.resolve("pairs.csv").toString());

        assertThat(Files.readAllLines(home.resolve("pairs.csv")))
                .first()
                .isEqualTo("contact,other,outcome,confidence,rule,refused,agreement");
        assertThat(Files.readString(home.resolve("pairs.csv")))
                .contains("C1,C2,MATCH,")
                .doesNotContain("example.org");
    }

    private void crm() {
        installation = installedIn(home)
                .file("contacts.csv", CONTACTS)
                .file("mappings/plain.jsonata", AMessage.MAPPING)
                .file("jobs/sources/mail.yaml", """
                        source: mail
                        channel: mail
                        account: us@acme.example
                        extract: { kind: file, path: "inbox/*.ndjson" }
                        mapping: plain
                        """)
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [mail]\n");
        assertThat(installation
                        .tributary(
                                "contacts",
                                "import",
                                home.resolve("contacts.csv").toString())
                        .exitCode())
                .isZero();
    }

    private JsonNode dedupe(String... options) {
        String[] command = new String[3 + options.length];
        command[0] = "--json";
        command[1] = "contacts";
        command[2] = "dedupe";
        System.arraycopy(options, 0, command, 3, options.length);
        Ended ended = installation.tributary(command);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended.json();
    }

    private static List<String> pairs(JsonNode found) {
        return found.path("duplicates")
                .valueStream()
                .map(it -> it.path("first").asString() + " " + it.path("second").asString() + " "
                        + it.path("outcome").asString())
                .toList();
    }

    private List<String> merges() {
        return installation.rows("""
                SELECT c.external_id, i.external_id, m.status, m.rule FROM contact_merge m
                JOIN crm_contact c ON c.id = m.active_contact JOIN crm_contact i ON i.id = m.into_id
                ORDER BY c.external_id""");
    }

    private Contents contacts() {
        return installation
                .everything()
                .without(it -> !List.of("crm_contact", "crm_contact_point", "golden_contact")
                        .contains(it));
    }
}
