package dev.tributary.evaluate;

import dev.tributary.store.FetchSize;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Compares the database with a truth that is known, without a change to any row. */
@Component
public class Evaluator {

    /** Who participants are. */
    static final String TRUTH = "truth.csv";

    /** Which reports are of one message. */
    static final String DUPLICATES = "duplicates.csv";

    private static final int ROWS_AT_ONCE = 500_000;

    private final DataSource database;
    private final int rowsAtOnce;

    @Autowired
    Evaluator(DataSource database) {
        this(database, ROWS_AT_ONCE);
    }

    /** @param rowsAtOnce about so many rows of the truth are in memory at once */
    Evaluator(DataSource database, int rowsAtOnce) {
        this.database = database;
        this.rowsAtOnce = rowsAtOnce;
    }

    /**
     * @param folder with {@code truth.csv}, and {@code duplicates.csv} if there is one
     * @throws TruthUnusable where these are not as they should be
     */
    public Evaluation evaluate(Path folder) {
        TruthFile truth = new TruthFile(folder.resolve(TRUTH), "channel", "scope", "id", "contact", "provable");
        TruthFile duplicates = new TruthFile(
                folder.resolve(DUPLICATES),
                "channel",
                "account",
                "id",
                "source",
                "other_channel",
                "other_account",
                "other_id",
                "other_source",
                "provable");
        requireTruthIn(folder);
        return new Evaluation(links(truth), duplicates.isThere() ? duplicates(duplicates) : null);
    }

    /** @throws TruthUnusable where there is none */
    public static void requireTruthIn(Path folder) {
        if (!Files.isRegularFile(folder.resolve(TRUTH))) {
            throw new TruthUnusable("There is no " + TRUTH + " in " + folder + "; 'tributary generate' writes one");
        }
    }

    private LinkScores links(TruthFile truth) {
        LinkScores scores = LinkScores.NOTHING;
        int slices = slices(truth);
        for (int part = 0; part < slices; part++) {
            scores = scores.plus(LinkComparison.of(streaming(), truth, new Slice(part, slices)));
        }
        return scores;
    }

    private DuplicateScores duplicates(TruthFile truth) {
        DuplicateScores scores = DuplicateScores.NOTHING;
        int slices = slices(truth);
        for (int part = 0; part < slices; part++) {
            scores = scores.plus(DuplicateComparison.of(streaming(), truth, new Slice(part, slices)));
        }
        return scores;
    }

    private int slices(TruthFile truth) {
        return (int) (truth.lines() / rowsAtOnce) + 1;
    }

    private JdbcTemplate streaming() {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(FetchSize.streaming(database));
        return jdbc;
    }
}
