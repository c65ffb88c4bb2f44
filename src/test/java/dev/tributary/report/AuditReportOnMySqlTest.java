package dev.tributary.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.RunState;
import dev.tributary.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditReportOnMySqlTest {

    @TempDir
    Path folder;

    @Test
    void theReportIsTheSameInOneTransactionOnOneConnection() throws IOException {
        DataSource database = TestDatabase.onMySql();
        Records records = new Records(database);
        Brightwater night = Brightwater.on(records);
        Records memory = Records.inMemory();
        Brightwater same = Brightwater.on(memory);
        AuditReport report = new AuditReport(database);

        Path file = new TransactionTemplate(new DataSourceTransactionManager(database))
                .execute(status -> report.write(night.run, RunState.PARTIAL, folder));

        assertThat(report.summary(night.run)).isEqualTo(new AuditReport(memory.database).summary(same.run));
        try (XSSFWorkbook book = new XSSFWorkbook(file.toFile().getPath())) {
            assertThat(book.getSheet("Matches").getRow(3).getCell(3).getStringCellValue())
                    .isEqualTo("@bo_l");
            assertThat(book.getSheet("Response times").getLastRowNum()).isEqualTo(5);
            assertThat(book.getSheet("Duplicates").getRow(5).getCell(4).getLocalDateTimeCellValue())
                    .isEqualTo(Records.NIGHT.withHour(6).withMinute(0));
        }
        assertThat(AuditQuestionsTest.questions())
                .allSatisfy(question -> assertThat(AuditQuestionsTest.ask(database, question))
                        .hasSameSizeAs(AuditQuestionsTest.ask(memory.database, question)));
    }
}
