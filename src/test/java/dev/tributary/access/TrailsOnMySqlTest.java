package dev.tributary.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.testing.TestDatabase;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class TrailsOnMySqlTest extends Trails {

    TrailsOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }

    @Test
    void theTriggersThatAreShippedRefuseEveryChange() {
        new ResourceDatabasePopulator(new FileSystemResource(Path.of("ops/mysql/append-only-audit.sql")))
                .execute(TestDatabase.MYSQL.bean(DataSource.class));
        try {
            TestDatabase.MYSQL.bean(AuditTrail.class).append(Deed.command("mia", Act.VIEW, "GET /contacts/1"));

            for (String change : new String[] {"UPDATE audit_entry SET actor = 'tom'", "DELETE FROM audit_entry"}) {
                assertThatThrownBy(() -> TestDatabase.MYSQL.jdbc().update(change))
                        .as(change)
                        .rootCause()
                        .hasMessageStartingWith("entries of the audit trail are never");
            }
        } finally {
            TestDatabase.MYSQL.jdbc().execute("DROP TRIGGER IF EXISTS audit_entry_stays");
            TestDatabase.MYSQL.jdbc().execute("DROP TRIGGER IF EXISTS audit_entry_remains");
        }
    }
}
