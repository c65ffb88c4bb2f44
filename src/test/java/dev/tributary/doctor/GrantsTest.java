package dev.tributary.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a user of MySQL may do in one schema. */
class GrantsTest {

    private static final List<String> ROWS = List.of("SELECT", "INSERT", "UPDATE", "DELETE");

    @Test
    void theApplicationMayChangeRowsOfItsSchemaAndNothingElse() {
        Grants grants = Grants.of(
                List.of(
                        "GRANT USAGE ON *.* TO `tributary_app`@`%`",
                        "GRANT SELECT, INSERT, UPDATE, DELETE ON `tributary`.* TO `tributary_app`@`%`"),
                "tributary");

        assertThat(grants.missing(ROWS)).isEmpty();
        assertThat(grants.missing(List.of("CREATE", "SELECT"))).containsExactly("CREATE");
        assertThat(grants.everywhere()).isEmpty();
    }

    @Test
    void whatIsGrantedOnAnotherSchemaDoesNotCount() {
        Grants grants = Grants.of(List.of("GRANT ALL PRIVILEGES ON `crm`.* TO `ann`@`%`"), "tributary");

        assertThat(grants.missing(ROWS)).containsExactlyInAnyOrderElementsOf(ROWS);
    }

    @Test
    void aSchemaMayBeGrantedByAPattern() {
        assertThat(Grants.of(List.of("GRANT ALL PRIVILEGES ON `trib%`.* TO `ann`@`%`"), "tributary")
                        .missing(ROWS))
                .isEmpty();
        assertThat(Grants.of(List.of("GRANT ALL PRIVILEGES ON `my\\_crm`.* TO `ann`@`%`"), "my_crm")
                        .missing(ROWS))
                .isEmpty();
        assertThat(Grants.of(List.of("GRANT ALL PRIVILEGES ON `my\\_crm`.* TO `ann`@`%`"), "my-crm")
                        .missing(ROWS))
                .isNotEmpty();
    }

    @Test
    void rightsOnTheWholeServerAreSeenAsSuch() {
        Grants grants = Grants.of(
                List.of(
                        "GRANT SELECT, FILE, SUPER ON *.* TO `root`@`%` WITH GRANT OPTION",
                        "GRANT `dba`@`%` TO `root`@`%`"),
                "tributary");

        assertThat(grants.everywhere()).containsExactly("FILE", "SELECT", "SUPER");
        assertThat(grants.missing(ROWS)).containsExactly("DELETE", "INSERT", "UPDATE");
    }

    @Test
    void rightsOnSingleTablesAreNoted() {
        Grants grants = Grants.of(List.of("GRANT SELECT ON `tributary`.`link` TO `ann`@`%`"), "tributary");

        assertThat(grants.someTables()).isTrue();
        assertThat(grants.here()).isEmpty();
    }
}
