package dev.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever comes first, contacts or participants, in whatever order: the same links, cases and registry. */
class OrderTest {

    private static final long SEED = 7;

    /** A town in which everything happens that may go wrong. */
    private static List<Consumer<PeopleInTables>> contacts() {
        List<Consumer<PeopleInTables>> contacts = new ArrayList<>();
        contacts.add(it -> it.person("C1", "Anna Berg", "email:anna@example.org", "phone:+493012345601"));
        contacts.add(it -> it.person("C2", "Ben Berg", "phone:+493012345601", "handle:x:ben"));
        contacts.add(it -> it.person("C3", "Cora Lang", "email:cora@gmail.com", "id:x:3"));
        contacts.add(it -> it.person("C4", "Dora Blum", "email:full@example.org"));
        for (String name : List.of("Ada Kern", "Bela Lux", "Carl Mohn", "Emil Ort", "Fee Pohl", "Gerd Quant")) {
            contacts.add(it -> it.colleague("N" + name.charAt(0), name, "Nordlicht GmbH", "phone:+493023125800"));
        }
        contacts.add(it -> it.company("N0", "Nordlicht GmbH", "email:info@nordlicht.example"));
        for (int number = 10; number < 24; number++) {
            String id = "F" + number;
            contacts.add(it -> it.person(id, "Given" + id + " Family" + id, "phone:+493077777777"));
        }
        contacts.add(it -> it.person("C5", "Hugo Sand", "phone:+493044444444"));
        contacts.add(it -> it.person("C6", "Ida Sand", "email:coraX@example.org"));
        return contacts;
    }

    private static List<Consumer<PeopleInTables>> participants() {
        List<Consumer<PeopleInTables>> participants = new ArrayList<>();
        participants.add(it -> it.customer("anna", "Anna Berg", "email:anna@example.org", "phone:+493012345601"));
        participants.add(it -> it.customer("both", null, "email:anna@example.org", "handle:x:ben"));
        participants.add(it -> it.customer("landline", null, "phone:+493012345601"));
        participants.add(it -> it.customer("cora", null, "email:c.ora+x@gmail.com"));
        participants.add(it -> it.customer("by id", "Somebody Else", "id:x:3"));
        participants.add(it -> it.customer("switchboard", null, "phone:+493023125800"));
        participants.add(it -> it.customer("role", "Max Frei", "email:info@nordlicht.example"));
        participants.add(it -> it.customer("many", null, "phone:+493077777777"));
        participants.add(it -> it.customer("hugo", "Hugo Sand", "phone:+493044444444"));
        participants.add(it -> it.customer("ida", "Ida Sand", "phone:+493044444444"));
        participants.add(it -> it.claimant("claim", "Anna Berg", "email:anna@example.org"));
        participants.add(it -> it.customer("nobody", null));
        participants.add(it -> it.customer("stranger", "Anna Berg", "email:stranger@example.org"));
        participants.add(it -> it.oneOfOurs("agent", "email:coraX@example.org"));
        participants.add(it -> it.customer("blocked", null, "email:coraX@example.org"));
        for (int number = 10; number < 22; number++) {
            String id = "full " + number;
            participants.add(it -> it.customer(id, null, "email:full@example.org"));
        }
        return participants;
    }

    @Test
    void makesNoDifferenceInTwentyFiveOrders() {
        permute(TestDatabase.H2, 25);
    }

    @Test
    void makesNoDifferenceInTwentyFiveOrdersOnMySql() {
        permute(TestDatabase.MYSQL, 25);
    }

    @Test
    @Tag("slow")
    void makesNoDifferenceInAThousandOrders() {
        permute(TestDatabase.H2, 1_000);
    }

    private static void permute(TestDatabase database, int times) {
        Random random = new Random(SEED);
        List<Consumer<PeopleInTables>> contacts = contacts();
        List<Consumer<PeopleInTables>> participants = participants();
        List<String> first = outcome(database, contacts, participants);
        assertThat(first)
                .contains(
                        "anna is C1 by same-email",
                        "switchboard is N0 by company-line",
                        "role is N0 by company-line",
                        "both REVIEW CONFLICTING_IDENTIFIERS C1 C2",
                        "many REVIEW SHARED_IDENTIFIER F10 F11 F12 F13 F14 F15 F16 F17 F18 F19",
                        "full 10 REVIEW CAP C4",
                        "hugo REVIEW SHARED_IDENTIFIER C5",
                        "blocked UNMATCHED ONLY_BLOCKED");
        for (int time = 0; time < times; time++) {
            Collections.shuffle(contacts, random);
            Collections.shuffle(participants, random);
            assertThat(outcome(database, contacts, participants)).isEqualTo(first);
        }
    }

    private static List<String> outcome(
            TestDatabase database,
            List<Consumer<PeopleInTables>> contacts,
            List<Consumer<PeopleInTables>> participants) {
        PeopleInTables people = new PeopleInTables(database);
        contacts.forEach(it -> it.accept(people));
        participants.forEach(it -> it.accept(people));
        people.identify();
        List<String> outcome = new ArrayList<>(people.whoIsWho());
        outcome.addAll(people.shared());
        outcome.addAll(rules(database));
        return outcome;
    }

    private static List<String> rules(TestDatabase database) {
        return database.rows("""
                        SELECT p.native_id, c.external_id, k.type, k.value_text, k.rule
                        FROM review_candidate k JOIN review_case r ON r.id = k.case_id
                        JOIN participant p ON p.id = r.participant_id JOIN crm_contact c ON c.id = k.contact_id
                        ORDER BY p.native_id, c.external_id, k.type, k.value_text""").stream()
                .map(row -> Arrays.toString(row.values().toArray()))
                .toList();
    }
}
