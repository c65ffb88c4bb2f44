package dev.tributary.workbook;

import dev.tributary.casework.Answer;
import dev.tributary.casework.CaseAnswer;
import dev.tributary.casework.Outcome;
import dev.tributary.casework.Outcome.Status;
import dev.tributary.casework.Verdicts;
import dev.tributary.decode.DecodeLimits;
import dev.tributary.interaction.SharedKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the answers of a workbook that came back. Thread-safe. */
@Component
public class WorkbookAnswers {

    /** As programs write whole numbers: {@code 12}, {@code 12.0}, {@code 1.2E1}. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(?:\\.\\d{1,18})?(?:[eE]\\+?\\d{1,2})?");

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private static final Pattern STAMP = Pattern.compile(CasesSheet.STAMP_SIGN + "[0-9a-f]{12}");

    /** A row, and what it answers or why that is nothing. */
    private record Read(
            AnsweredRow row,
            @Nullable CaseAnswer answer,
            @Nullable Long caseId,
            String refusal) {}

    private final Verdicts verdicts;
    private final DecodeLimits limits;

    WorkbookAnswers(Verdicts verdicts, DecodeLimits limits) {
        this.verdicts = verdicts;
        this.limits = limits;
    }

    /**
     * Decides all that is answered, in one transaction; rows without an answer are passed over.
     *
     * @param actor who decides: a name of the operating system or the company
     * @throws UnusableWorkbook where the workbook is not taken; then nothing was decided
     * @throws dev.tributary.review.RunUnderWay where a run is at work; then nothing was decided
     */
    public Applied apply(Path file, String actor) throws IOException {
        List<AnsweredRow> rows = new ReturnedWorkbook(limits)
                .sheets(file).stream().flatMap(it -> it.rows().stream()).toList();
        List<Read> read = rows.stream()
                .filter(it -> !it.text(CaseColumn.ANSWER).isEmpty())
                .map(WorkbookAnswers::read)
                .toList();
        List<CaseAnswer> answers = new ArrayList<>();
        read.forEach(it -> Optional.ofNullable(it.answer()).ifPresent(answers::add));
        List<Outcome> outcomes = verdicts.decide(answers, actor);
        List<RowOutcome> all = new ArrayList<>();
        int next = 0;
        for (Read it : read) {
            all.add(it.answer() == null ? refused(it) : outcome(it.row(), outcomes.get(next++)));
        }
        return new Applied(rows.size(), all);
    }

    private static Read read(AnsweredRow row) {
        Optional<Long> number = number(row.text(CaseColumn.CASE));
        if (number.isEmpty()) {
            return refusal(row, null, "The row has no number of a case; leave the column 'Case' as it is.");
        }
        long id = number.get();
        Optional<Answer> answer = Choices.answer(row.text(CaseColumn.ANSWER));
        if (answer.isEmpty()) {
            return refusal(
                    row,
                    id,
                    "The answer is none of the list; choose one of '" + String.join("', '", Choices.answers()) + "'.");
        }
        if (!STAMP.matcher(row.text(CaseColumn.STAMP)).matches()) {
            return refusal(row, id, "The stamp is missing or was changed; leave the column 'Stamp' as it is.");
        }
        String as = row.text(CaseColumn.KIND);
        Optional<SharedKind> kind = Choices.kind(as);
        if (!as.isEmpty() && kind.isEmpty()) {
            return refusal(
                    row,
                    id,
                    "What it is shared as is none of the list; choose one of '" + String.join("', '", Choices.kinds())
                            + "'.");
        }
        return new Read(row, answer(row, id, answer.get(), kind.orElse(null)), id, "");
    }

    private static Optional<Long> number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        return number.scale() > 0 || number.compareTo(LARGEST) > 0
                ? Optional.empty()
                : Optional.of(number.longValueExact());
    }

    private static CaseAnswer answer(AnsweredRow row, long id, Answer answer, @Nullable SharedKind kind) {
        String stamp = row.text(CaseColumn.STAMP).substring(CasesSheet.STAMP_SIGN.length());
        String comment = row.text(CaseColumn.COMMENT);
        String contact = row.text(CaseColumn.CONTACT);
        boolean isOfContact = answer == Answer.SAME_PERSON || answer == Answer.DIFFERENT_PEOPLE;
        return new CaseAnswer(
                id,
                stamp,
                answer,
                isOfContact ? contact : null,
                List.of(),
                answer == Answer.SHARED_IDENTIFIER ? kind : null,
                comment);
    }

    private static Read refusal(AnsweredRow row, @Nullable Long id, String why) {
        return new Read(row, null, id, why);
    }

    private static RowOutcome refused(Read it) {
        return new RowOutcome(it.row().sheet(), it.row().number(), it.caseId(), Status.REFUSED, it.refusal(), null);
    }

    private static RowOutcome outcome(AnsweredRow row, Outcome it) {
        return new RowOutcome(row.sheet(), row.number(), it.caseId(), it.status(), it.message(), it.verdict());
    }
}
