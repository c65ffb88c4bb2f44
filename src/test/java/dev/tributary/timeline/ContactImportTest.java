package dev.tributary.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tributary.testing.TestDatabase;
import dev.tributary.timeline.ContactImport.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ContactImportTest {

    @Parameter
    TestDatabase database;

    @TempDir
    Path folder;

    @BeforeEach
    void anEmptyDatabase() {
        database.clear();
    }

    @Test
    void addsContactsOnceAndLeavesThemAloneTheNextTime() throws Exception {
        String file = "id,name,email\nc-1,Ann,ann@example.org\nc-2,Bo,bo@example.org\n";
        assertResult(imported(file), 2, 2, 0, 0, 0);
        Map<String, List<String>> before = database.content("crm_contact", "crm_contact_point");

        assertResult(imported(file), 2, 0, 0, 2, 0);
        assertThat(database.content("crm_contact", "crm_contact_point")).isEqualTo(before);
    }

    @Test
    void replacesThePointsOfAContactThatChangedAndKeepsWhatWasLearned() throws Exception {
        imported("id,name,email\nc-1,Ann,ann@example.org;old@example.org\nc-2,Bo,bo@example.org\n");
        database.jdbc()
                .update("INSERT INTO participant (natural_key, channel, scope, native_id, side, profile_at)"
                        + " VALUES (X'00000000000000000000000000000001', 'x', '', '1', 1, '2026-01-01 00:00:00')");
        database.jdbc()
                .update("INSERT INTO participant_identifier SELECT id, 'HANDLE', 'x:ann', '@ann', 'CHANNEL', TRUE,"
                        + " '2026-01-01 00:00:00', '2026-01-01 00:00:00' FROM participant");
        database.jdbc()
                .update("INSERT INTO link (participant_id, contact_id, sequence, status, active_participant, rule,"
                        + " evidence, actor, decided_at) SELECT p.id, c.id, 1, 'ASSERTED', p.id, 'person', '[]', 'mia',"
                        + " '2026-01-01 00:00:00' FROM participant p, crm_contact c WHERE c.external_id = 'c-1'");
        assertResult(
                imported("id,name,email\nc-1,Ann Smith,ann@example.org;new@example.org\nc-2,Bo,bo@example.org\n"),
                2,
                0,
                1,
                1,
                0);

        assertThat(database.rows("SELECT c.name, p.value_text, p.origin FROM crm_contact c JOIN crm_contact_point p"
                        + " ON p.contact_id = c.id ORDER BY c.external_id, p.value_text"))
                .hasToString("[{name=Ann Smith, value_text=ann@example.org, origin=CRM},"
                        + " {name=Ann Smith, value_text=new@example.org, origin=CRM},"
                        + " {name=Ann Smith, value_text=x:ann, origin=TRIBUTARY},"
                        + " {name=Bo, value_text=bo@example.org, origin=CRM}]");
    }

    @Test
    void letsTheLastOfTwoRowsOfOneContactStandAndCountsBoth() throws Exception {
        String file = "id,name,email\nc-1,Ann,ann@example.org\nc-1,Anna,anna@example.org\n,Nobody,\n";
        assertResult(imported(file), 3, 1, 0, 1, 1);
        assertThat(database.rows("SELECT name FROM crm_contact")).hasToString("[{name=Anna}]");
        assertThat(database.rows("SELECT value_text FROM crm_contact_point"))
                .hasToString("[{value_text=anna@example.org}]");

        assertResult(imported(file), 3, 0, 0, 2, 1);
    }

    @Test
    void tellsIdsAndAddressesApartThatDifferInCaseOrAccent() throws Exception {
        assertResult(
                imported("id,name,email\nc,Zoe,zoe@example.org;zoë@example.org\nC,Zoë,zoe@example.org\n"),
                2,
                2,
                0,
                0,
                0);

        assertThat(database.rows("SELECT * FROM crm_contact_point")).hasSize(3);
    }

    @Test
    void keepsWhatIsTooLongOutWithoutLosingTheOthers() throws Exception {
        Result result = imported("id,name,company,email\n" + "x".repeat(191) + ",Ann,,ann@example.org\nc-2,"
                + "n".repeat(300) + "," + "c".repeat(300) + "," + "e".repeat(600) + "@example.org\nc-3,Cy,,\n");

        assertResult(result, 3, 2, 0, 0, 1);
        assertThat(result.refusals())
                .containsExactly(new RefusedRow(2, "the contact's id is longer than 190 characters"));
        assertThat(database.rows("SELECT usable FROM crm_contact_point")).hasToString("[{usable=false}]");
    }

    @Test
    void countsMoreRowsThanABatchHolds() throws Exception {
        StringBuilder file = new StringBuilder("id,name,email\n");
        for (int row = 0; row < 2_500; row++) {
            file.append("c-").append(row).append(",Ann,a").append(row).append("@example.org\n");
        }
        assertResult(imported(file.toString()), 2_500, 2_500, 0, 0, 0);
        assertResult(imported(file.toString()), 2_500, 0, 0, 2_500, 0);
    }

    @Test
    void keepsWhatManyNewContactsSay() throws Exception {
        StringBuilder file = new StringBuilder("id,name,company,emails,phones,birthdate,modified,consent\n");
        for (int i = 0; i < 250; i++) {
            file.append(
                    "c-%1$03d,Zoë\\N %1$d,\"A\tB; C\",z%1$d@example.org;Z%1$d@example.org,,19%2$02d-02-28,2026-01-31T10:00:00.123456Z,\n"
                            .formatted(i, i % 100));
        }

        assertResult(imported(file.toString()), 250, 250, 0, 0, 0);

        String last = " WHERE external_id = 'c-249'";
        assertThat(database.rows(
                        "SELECT name, company, street, birth_date, consent, source_changed_at FROM crm_contact" + last))
                .hasToString("[{name=Zoë\\N 249, company=A\tB; C, street=null, birth_date=1949-02-28, consent=null,"
                        + " source_changed_at=2026-01-31T10:00:00.123456}]");
        assertThat(database.rows(
                        "SELECT value_text, raw, usable FROM crm_contact_point JOIN crm_contact ON id = contact_id"
                                + last))
                .as("of one address that is written in two ways the last stands")
                .hasToString("[{value_text=z249@example.org, raw=Z249@example.org, usable=true}]");
        assertThat(database.rows(
                        "SELECT word FROM contact_word JOIN crm_contact ON id = contact_id" + last + " ORDER BY word"))
                .extracting(it -> it.get("word"))
                .containsExactly("249", "a", "b", "c", "n", "zoe");
    }

    @Test
    void readsNoListAgainThatIsTheVeryOneOfTheLastImport() throws Exception {
        Path list = Files.writeString(folder.resolve("crm.csv"), "id,name\nc-1,Ann\n,Nobody\n");
        assertResult(importNews(list), 2, 1, 0, 0, 1);
        database.jdbc().update("UPDATE crm_contact SET content_hash = X'00000000000000000000000000000000'");

        assertResult(importNews(list), 2, 0, 0, 1, 1);
        Files.writeString(list, "id,name\nc-1,Ann\n,Nobody\nc-2,Bo\n");
        assertResult(importNews(list), 3, 1, 1, 0, 1);
    }

    @Test
    void readsAListAgainThatIsNotTheLastOne() throws Exception {
        Path list = Files.writeString(folder.resolve("crm.csv"), "id,name\nc-1,Ann\n");
        importNews(list);
        imported("id,name\nc-1,Anna\n");

        assertResult(importNews(list), 1, 0, 1, 0, 0);
    }

    @Test
    void readsAListAgainThatHasAnotherEnding() throws Exception {
        Path list = Files.writeString(folder.resolve("crm.csv"), "id,name\nc-1,Ann\n");
        importNews(list);

        assertThat(Files.move(list, folder.resolve("crm.txt"))).isRegularFile();
        assertThatExceptionOfType(ContactFileUnusable.class).isThrownBy(() -> importNews(folder.resolve("crm.txt")));
    }

    @Test
    void readsAListAgainThatWasNotReadToItsEnd() throws Exception {
        Path list = Files.writeString(folder.resolve("crm.csv"), "id,name\nc-1,Ann\n");
        importNews(list);
        Path text = Files.writeString(folder.resolve("crm.txt"), "Ann");
        assertThatExceptionOfType(ContactFileUnusable.class)
                .isThrownBy(() -> database.bean(ContactImport.class).importFile(text, null, null));
        database.jdbc().update("UPDATE crm_contact SET content_hash = X'00000000000000000000000000000000'");

        assertResult(importNews(list), 1, 0, 1, 0, 0);
    }

    @Test
    void readsAListAgainWhereTwoWereBroughtInAtOnce() throws Exception {
        Path list = Files.writeString(folder.resolve("crm.csv"), "id,name\nc-1,Ann\n");
        importNews(list);
        LastImport last = database.bean(LastImport.class);
        last.note("of another", new LastImport.Size(1, 0));
        database.jdbc().update("UPDATE crm_contact SET content_hash = X'00000000000000000000000000000000'");

        assertResult(importNews(list), 1, 0, 1, 0, 0);
    }

    @Test
    void saysWhatItCanRead() throws Exception {
        Path text = Files.writeString(folder.resolve("contacts.txt"), "Ann");

        assertThatExceptionOfType(ContactFileUnusable.class)
                .isThrownBy(() -> database.bean(ContactImport.class).importFile(text, null, null))
                .withMessageEndingWith("is not csv, xlsx or vcf");
        assertThatExceptionOfType(ContactFileUnusable.class)
                .isThrownBy(() -> database.bean(ContactImport.class).importFile(folder.resolve("no.csv"), null, null))
                .withMessageEndingWith("cannot be read; check the path and the permissions");
    }

    private Result importNews(Path list) {
        return database.bean(ContactImport.class).importNews(list);
    }

    private Result imported(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("contacts.csv"), content);
        return database.bean(ContactImport.class).importFile(file, null, "US");
    }

    private static void assertResult(Result result, long read, long added, long updated, long unchanged, long refused) {
        assertThat(new long[] {result.read(), result.added(), result.updated(), result.unchanged(), result.refused()})
                .containsExactly(read, added, updated, unchanged, refused);
        assertThat(result.added() + result.updated() + result.unchanged() + result.refused())
                .isEqualTo(result.read());
    }
}
