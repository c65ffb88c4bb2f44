package dev.tributary.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

class AuditQuestionsTest {

    private final Records records = Records.inMemory();

    static Stream<Path> questions() throws IOException {
        return Files.list(Path.of("sql/audit")).sorted();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyQuestionIsExplainedAndOnlyReads(Path question) throws IOException {
        Brightwater.on(records);

        assertThat(Files.readString(question)).startsWith("-- ").contains("SELECT");
        assertThat(ask(records.database, question)).isNotNull();
    }

    @Test
    void theWaitingAreTheUnansweredOfTheReport() {
        Brightwater.on(records);

        assertThat(ask("who-waits-for-an-answer.sql"))
                .extracting(row -> row.get("text"))
                .containsExactly("text of q4", "text of q9", "text of q14", "text of q19");
    }

    @Test
    void everyRunBalances() {
        Brightwater.on(records);

        assertThat(ask("does-every-run-balance.sql"))
                .hasSize(4)
                .allSatisfy(row -> assertThat((Number) row.get("unaccounted"))
                        .extracting(Number::longValue)
                        .isEqualTo(0L));
    }

    @Test
    void aContactNamesItsProfiles() {
        Brightwater.on(records);

        assertThat(ask("who-is-on-a-contact-and-why.sql"))
                .extracting(row -> row.get("handle"))
                .containsExactly("@ann.h");
    }

    @Test
    void reasonsAreOfCustomersOnly() {
        Brightwater.on(records);

        assertThat(ask("why-are-customers-not-linked.sql"))
                .extracting(row -> row.get("reason"), row -> ((Number) row.get("customers")).intValue())
                .contains(org.assertj.core.groups.Tuple.tuple("NO_IDENTIFIER", 7));
    }

    private List<Map<String, Object>> ask(String question) {
        return ask(records.database, Path.of("sql/audit", question));
    }

    static List<Map<String, Object>> ask(DataSource database, Path question) {
        try {
            String statement = Files.readString(question).strip();
            return new JdbcTemplate(database).queryForList(statement.substring(0, statement.length() - 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
