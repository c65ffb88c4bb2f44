package dev.tributary.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tributary.interaction.Identifier;
import dev.tributary.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ContactSearchTest {

    @Parameter
    TestDatabase database;

    private ContactSearch search;
    private ContactQueries queries;

    @BeforeEach
    void aSmallCrm() {
        database.clear();
        search = database.bean(ContactSearch.class);
        queries = database.bean(ContactQueries.class);
        contact(
                "C1",
                "Anna Berger",
                null,
                Identifier.email("anna@example.org"),
                Identifier.phone("+49 30 23125800", null));
        contact("C2", "Zoë Annabel Müller-Søren", "Groß & Partner", Identifier.handle("x", "@zoe"));
        contact("C3", "José Ångström", null, Identifier.handle("facebook", "@zoe"));
        contact("C4", "王小明", null);
        contact("C5", "🙂", null);
    }

    @ParameterizedTest
    @CsvSource({
        "anna, 'C1,C2'",
        "ANNA BERG, C1",
        "berg an, C1",
        "zoe, C2",
        "muller, C2",
        "soren zo, C2",
        "gross, C2",
        "angstrom, C3",
        "jose ang, C3",
        "王小, C4",
        "nna, ''",
        "anna miller, ''"
    })
    void findsByTheFirstLettersOfAnyWordsWhateverTheirCaseAndAccents(String asked, String ids) {
        assertThat(found(List.of(queries.name(asked)))).isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(",")));
    }

    @ParameterizedTest
    @CsvSource({
        "Anna@Example.org, C1",
        "+49 (30) 231-25800, C1",
        "0049 30 23125800, C1",
        "030 23125800, C1",
        "@zoe, 'C2,C3'",
        "x:@Zoe, C2",
        "facebook:zoe, C3",
        "C4, C4",
        "other@example.org, ''"
    })
    void understandsWhatIsEnteredByItsLook(String asked, String ids) {
        assertThat(found(queries.anything(asked))).isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(",")));
    }

    @Test
    void findsNobodyByPunctuationOrNothing() {
        assertThat(found(List.of(queries.name("🙂 !")))).isEmpty();
        assertThat(found(queries.anything(" "))).isEmpty();
    }

    @Test
    void showsTheSurvivorOnceWhenEitherOfTwoIsFound() {
        contact("C6", "Anni Bergmann", null, Identifier.email("anni@example.org"));
        merge("C6", "C1");

        assertThat(found(List.of(queries.name("ann berg")))).containsExactly("C1");
        assertThat(found(List.of(queries.name("anni")))).containsExactly("C1");
        assertThat(found(queries.anything("anni@example.org"))).containsExactly("C1");
        assertThat(found(queries.anything("C6"))).containsExactly("C1");
        assertThat(search.find(queries.anything("C6"), null, 5).items().get(0).points())
                .extracting(ContactPoint::raw)
                .contains("anna@example.org", "anni@example.org");
    }

    @Test
    void findsContactsFromBeforeOnceARunHasPublished() {
        database.jdbc().update("DELETE FROM contact_word");
        assertThat(found(List.of(queries.name("anna")))).isEmpty();

        database.bean(ContactWords.class).publish();
        assertThat(found(List.of(queries.name("anna")))).containsExactly("C1", "C2");
        List<String> once = database.content("contact_word").get("contact_word");
        database.bean(ContactWords.class).publish();
        assertThat(database.content("contact_word").get("contact_word")).isEqualTo(once);
    }

    @Test
    void findsANewNameAndNoMoreTheOld() {
        contact("C1", "Anna Schmidt", null);
        assertThat(found(List.of(queries.name("schm")))).containsExactly("C1");
        assertThat(found(List.of(queries.name("berger")))).isEmpty();
    }

    @Test
    void readsAllPartsOfALongListEachContactOnce() {
        for (int i = 10; i < 47; i++) {
            contact("D" + i, "Tom Tomato" + (i % 3) + " Tomas", null, Identifier.phone("+49 30 99999999", null));
        }
        assertThat(allParts(List.of(queries.name("tom")))).hasSize(37).doesNotHaveDuplicates();
        assertThat(allParts(List.of(queries.phone("030 99999999")))).hasSize(37).doesNotHaveDuplicates();
    }

    @Test
    void refusesACursorThatNobodyGave() {
        for (String cursor : List.of("x", "!!", "Zm9v", "a".repeat(500))) {
            assertThatExceptionOfType(WrongCursor.class)
                    .isThrownBy(() -> search.find(List.of(queries.name("anna")), cursor, 5));
        }
    }

    private List<String> allParts(List<ContactQuery> asked) {
        List<String> all = new ArrayList<>();
        String next = null;
        do {
            Page<FoundContact> page = search.find(asked, next, 10);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(10);
            page.items().forEach(it -> all.add(it.id()));
            next = page.next();
        } while (next != null);
        return all;
    }

    private List<String> found(List<ContactQuery> asked) {
        return search.find(asked, null, 20).items().stream()
                .map(FoundContact::id)
                .toList();
    }

    private void contact(String id, String name, @Nullable String company, Identifier... points) {
        database.bean(ContactStore.class)
                .write(List.of(new ContactRow(1, id, name, null, null, company, ContactDetails.NONE, List.of(points))));
    }

    private void merge(String merged, String survivor) {
        long from = number(merged);
        long into = number(survivor);
        database.jdbc().update("UPDATE crm_contact SET survivor_id = ? WHERE id = ?", into, from);
        database.transaction()
                .executeWithoutResult(it -> database.bean(Timelines.class).mergesChanged(List.of(from), List.of(into)));
    }

    private long number(String id) {
        return database.bean(ContactDirectory.class).find(id).orElseThrow().number();
    }
}
