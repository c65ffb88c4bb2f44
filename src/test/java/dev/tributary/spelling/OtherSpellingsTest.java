package dev.tributary.spelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tributary.due.Due;
import dev.tributary.identity.PeopleInTables;
import dev.tributary.interaction.Grade;
import dev.tributary.interaction.Identifier;
import dev.tributary.stage.PeopleWhoShow;
import dev.tributary.testing.TestDatabase;
import dev.tributary.timeline.Nights;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What a night finds of other spellings, and what it reads for that. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class OtherSpellingsTest {

    private static final String EVERY_VALUE = "type = ?";

    @Parameter
    TestDatabase database;

    private PeopleInTables people;

    @BeforeEach
    void nobodyYet() {
        people = new PeopleInTables(database);
    }

    @Test
    void aNightWithoutNewsAsksForNothingButTheNews() {
        strangers(3);
        all();

        assertThat(statementsOfANight()).singleElement().asString().contains("participant_due");
    }

    @Test
    void aNightOfLittleNewsReadsNeitherTableWhole() {
        people.person("C1", "Ann Berg", "email:ann+crm@example.org", "phone?:(202) 555-0143");
        strangers(3);
        all();
        people.customer("new", "Ann", "email:ann@example.org", "phone:+12025550143");
        touch("EMAIL", "ann@example.org");
        touch("PHONE", "+12025550143");

        assertThat(statementsOfANight())
                .hasSizeGreaterThan(5)
                .noneMatch(it -> it.endsWith(EVERY_VALUE))
                .noneMatch(it -> it.endsWith("FROM loose_identifier"));
        assertThat(pairs())
                .containsExactly(
                        "+12025550143 (202) 555-0143",
                        "+12025550143 +12025550143",
                        "ann@example.org ann+crm@example.org",
                        "ann@example.org ann@example.org");
    }

    @Test
    void mySqlReadsFewRowsHoweverManyStrangersThereAre() {
        assumeTrue(database == TestDatabase.MYSQL);
        people.person("C1", "Ann Berg", "email:ann+crm@example.org", "phone?:(202) 555-0143");
        people.customer("new", "Ann", "email:ann@example.org", "phone:+12025550143");
        touch("EMAIL", "ann@example.org");
        touch("PHONE", "+12025550143");
        strangers(1_000);
        database.jdbc().queryForList("ANALYZE TABLE participant_identifier, crm_contact_point");

        assertThat(rowsReadBy(Due.Scope.EVERYBODY)).isGreaterThan(4_000);
        database.jdbc().queryForList("ANALYZE TABLE loose_key");
        assertThat(rowsReadBy(Due.Scope.TAKEN)).isLessThan(200);
    }

    @Test
    void moreNationalNumbersThanAreWorthAskingForAreFoundAmongAll() {
        people.person("C1", "Ann Berg", "phone:+12025550143");
        all();
        String[] numbers = IntStream.rangeClosed(0, 1_000)
                .mapToObj(it -> "phone?:(202) 555-" + String.format(java.util.Locale.ROOT, "%04d", it))
                .toArray(String[]::new);
        database.transaction().executeWithoutResult(status -> people.customer("switchboard", null, numbers));
        database.jdbc().update("INSERT INTO participant_due SELECT id, TRUE FROM participant");

        assertThat(statementsOfANight()).anyMatch(it -> it.endsWith(EVERY_VALUE));
        assertThat(pairs()).containsExactly("(202) 555-0143 (202) 555-0143", "(202) 555-0143 +12025550143");
    }

    @Test
    void aKeyThatOnlySomebodyWhoIsGoneToldIsNoneAnyMore() {
        people.person("C1", "Ann Berg", "phone:+12025550143", "phone?:(202) 555-0143");
        all();
        people.carriesNoMore("C1", "phone?:(202) 555-0143").customer("7", null, "phone?:2025550143");
        touch("PHONE", "2025550143");
        touch("PHONE", "(202) 555-0143");
        news();

        assertThat(pairs()).isEmpty();
        all();
        assertThat(pairs()).isEmpty();
    }

    @Test
    void whatHadTooManySpellingsIsOneThingAgainWhenSomeAreGone() {
        people.customer("7", null, "email:ann@example.org").person("C1", "Ann Berg");
        IntStream.rangeClosed(1, 20).forEach(it -> people.carries("C1", "email:ann+" + it + "@example.org"));
        all();
        assertThat(pairs()).isEmpty();
        people.carriesNoMore("C1", "email:ann+1@example.org");
        touch("EMAIL", "ann+1@example.org");
        news();

        assertThat(pairs()).hasSize(20);
    }

    @Test
    void aMailboxThatStandsOnContactsOnlyIsKnownToWhoeverComesNext() {
        people.customer("7", null, "email:bo@example.org").person("C1", "Ann Berg", "email:ann+crm@example.org");
        all();
        people.customer("8", null, "email:ann+shop@example.org");
        touch("EMAIL", "ann+shop@example.org");
        news();

        assertThat(pairs())
                .containsExactly(
                        "ann+shop@example.org ann+crm@example.org", "ann+shop@example.org ann+shop@example.org");
    }

    /** The registry names whoever uses what it finds, so that they are taken no more. */
    @Test
    void whoeverTheRegistryNamesIsLookedAtToo() {
        Nights nights = new Nights(database);
        nights.importPerson("C1", "Ann", "Berg", emails("ann+crm@example.org"));
        nights.importPerson("C2", "Cy", "Dorn", emails("family@example.org"));
        nights.importPerson("C3", "Di", "Dorn", emails("family@example.org"));
        nights.importPerson("C4", "Eve", "Dorn", emails("family@example.org"));
        PeopleInTables.decideUponThoseWhoAreDue(database);
        new PeopleWhoShow(database)
                .shows("7", "Ann", false, Grade.CHANNEL, 1, emails("family@example.org", "ann@example.org"));
        PeopleInTables.decideUponThoseWhoAreDue(database);

        assertThat(pairs()).containsExactly("ann@example.org ann+crm@example.org", "ann@example.org ann@example.org");
    }

    private static List<Identifier> emails(String... addresses) {
        return List.of(addresses).stream().map(Identifier::email).toList();
    }

    private void strangers(int count) {
        database.transaction()
                .executeWithoutResult(status -> IntStream.range(0, count)
                        .forEach(it -> people.customer(
                                count + "-" + it,
                                null,
                                "email:" + count + "+" + it + "@example.com",
                                "phone:+493012" + (count + it))));
    }

    private void touch(String type, String value) {
        database.jdbc().update("INSERT INTO identifier_due VALUES (?, ?, TRUE)", type, value);
    }

    private void all() {
        database.transaction().executeWithoutResult(status -> bringUpToDate(Due.Scope.EVERYBODY));
    }

    private void news() {
        database.transaction().executeWithoutResult(status -> bringUpToDate(Due.Scope.TAKEN));
    }

    private void bringUpToDate(Due.Scope scope) {
        new OtherSpellings(database.jdbc(), database.bean(DataSource.class), database.bean(Due.class))
                .bringUpToDate(scope);
    }

    private List<String> pairs() {
        return database
                .jdbc()
                .queryForList("SELECT CONCAT(value_text, ' ', other) FROM loose_identifier", String.class)
                .stream()
                .sorted()
                .toList();
    }

    private List<String> statementsOfANight() {
        Statements statements = new Statements(database.bean(DataSource.class));
        new OtherSpellings(new JdbcTemplate(statements), statements, database.bean(Due.class))
                .bringUpToDate(Due.Scope.TAKEN);
        return statements.asked;
    }

    /** In one transaction, for MySQL counts what each of its sessions reads. */
    private long rowsReadBy(Due.Scope scope) {
        return database.transaction().execute(status -> {
            long before = rowsRead();
            bringUpToDate(scope);
            return rowsRead() - before;
        });
    }

    private long rowsRead() {
        return database
                .jdbc()
                .query(
                        "SHOW SESSION STATUS WHERE Variable_name IN ('Handler_read_first', 'Handler_read_next',"
                                + " 'Handler_read_prev', 'Handler_read_rnd_next')",
                        (row, number) -> row.getLong(2))
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Notes what it is asked. */
    private static final class Statements extends DelegatingDataSource {
        private final List<String> asked = new ArrayList<>();

        private Statements(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return noting(Connection.class, super.getConnection());
        }

        private <T> T noting(Class<T> type, T asks) {
            return type.cast(Proxy.newProxyInstance(
                    OtherSpellingsTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (arguments != null && arguments[0] instanceof String sql) {
                            asked.add(sql);
                        }
                        try {
                            Object answer = method.invoke(asks, arguments);
                            return method.getName().equals("createStatement")
                                    ? noting(Statement.class, (Statement) answer)
                                    : answer;
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    }));
        }
    }
}
