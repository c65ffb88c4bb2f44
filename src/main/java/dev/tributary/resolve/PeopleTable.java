package dev.tributary.resolve;

import dev.tributary.decode.Decoder;
import dev.tributary.decode.Payload;
import dev.tributary.decode.Payloads;
import dev.tributary.match.Field;
import dev.tributary.match.Profile;
import dev.tributary.match.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** People of one or several csv or xlsx files, whose columns are the same. Not thread-safe. */
public final class PeopleTable {

    private static final int BATCH = 2_000;
    private static final int BATCHES_AHEAD = 8;
    private static final int REFUSALS_KEPT = 20;
    private static final int ROWS_AHEAD = 10_000;
    private static final Pattern SEVERAL = Pattern.compile("[;\\n]");

    /**
     * How to read.
     *
     * @param idColumn whose cells are unique over all files
     * @param truthColumn whose cells are the same for those who are one; null where the truth is not known
     * @param named the columns that the user named
     * @param region two letters, for telephone numbers without a country code; null where none is known
     * @param charset of csv files without a byte order mark
     */
    public record Reading(
            String idColumn,
            @Nullable String truthColumn,
            Map<Field, List<String>> named,
            @Nullable String region,
            Charset charset) {}

    /** A row that could not be read; the reason holds none of its cells. */
    public record Refusal(Path file, long line, String reason) {}

    private record Row(
            long line, @Nullable String id, @Nullable String truth, Profile profile) {}

    private final Decoder decoder;
    private final Reading reading;
    private final Vocabulary vocabulary;
    private final List<Person> people = new ArrayList<>();
    private final List<@Nullable String> truths = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Long> lines = new HashMap<>();
    private @Nullable Columns columns;
    private int refused;
    private int blank;

    private PeopleTable(Decoder decoder, Reading reading) {
        this.decoder = decoder;
        this.reading = reading;
        this.vocabulary = new Vocabulary(reading.region());
    }

    /**
     * Reads files.
     *
     * @throws UnusableTable where a column is missing, an id comes twice, or a file has no rows that can be read
     * @throws UncheckedIOException where a file cannot be read
     */
    public static PeopleTable read(Decoder decoder, List<Path> files, Reading reading) {
        PeopleTable table = new PeopleTable(decoder, reading);
        files.forEach(table::read);
        return table;
    }

    /** In the order of the files. */
    public List<Person> people() {
        return people;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** For each person what the truth column says; null where it is blank. */
    public List<@Nullable String> truths() {
        return truths;
    }

    /** The columns of the last file. */
    public Columns columns() {
        return Objects.requireNonNull(columns);
    }

    /** How many rows could not be read. */
    public int refused() {
        return refused;
    }

    /** The first of the rows that could not be read. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /** How many rows hold nothing that could be compared: each stays alone. */
    public int blank() {
        return blank;
    }

    private void read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableTable("there is no file " + file + "; mend --file");
        }
        int before = people.size();
        // not the common pool: it has one thread less than there are processors, and this thread only decodes
        ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
        try (Payloads payloads = TableFile.open(decoder, file, reading.charset())) {
            List<Payload.Readable> first = ahead(file, payloads);
            columns = columns(file, first);
            Deque<ForkJoinTask<List<Row>>> tasks = new ArrayDeque<>();
            for (int from = 0; from < first.size(); from += BATCH) {
                submit(pool, first.subList(from, Math.min(first.size(), from + BATCH)), columns, tasks);
            }
            while (payloads.hasNext()) {
                List<Payload.Readable> batch = new ArrayList<>(BATCH);
                while (batch.size() < BATCH && payloads.hasNext()) {
                    take(file, payloads.next(), batch);
                }
                submit(pool, batch, columns, tasks);
            }
            while (!tasks.isEmpty()) {
                keep(tasks.remove().join());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            pool.shutdownNow();
        }
        if (people.size() == before) {
            throw new UnusableTable(file + ": "
                    + (refusals.isEmpty() ? "it has no rows" : refusals.get(0).reason()));
        }
    }

    /** The first rows, which tell the columns where the file has no line of its own for them. */
    private List<Payload.Readable> ahead(Path file, Payloads payloads) {
        List<Payload.Readable> first = new ArrayList<>();
        while (first.size() < ROWS_AHEAD && payloads.hasNext()) {
            take(file, payloads.next(), first);
        }
        return first;
    }

    private void take(Path file, Payload payload, List<Payload.Readable> rows) {
        if (payload instanceof Payload.Readable readable && readable.content() instanceof Map<?, ?>) {
            rows.add(readable);
            return;
        }
        refused++;
        if (refusals.size() < REFUSALS_KEPT) {
            String reason = payload instanceof Payload.Unreadable unreadable ? unreadable.reason() : "it is no table";
            refusals.add(new Refusal(file, payload.line(), reason));
        }
    }

    private Columns columns(Path file, List<Payload.Readable> first) throws IOException {
        Set<String> header = new LinkedHashSet<>(TableFile.header(file, reading.charset()));
        first.forEach(row -> cells(row).keySet().forEach(it -> header.add(it.toString())));
        List<String> taken = new ArrayList<>(List.of(reading.idColumn()));
        Columns.expect(reading.idColumn(), header);
        if (reading.truthColumn() != null) {
            Columns.expect(reading.truthColumn(), header);
            taken.add(reading.truthColumn());
        }
        return Columns.of(header, reading.named(), taken);
    }

    private static Map<?, ?> cells(Payload.Readable row) {
        return (Map<?, ?>) row.content();
    }

    private void submit(
            ForkJoinPool pool, List<Payload.Readable> batch, Columns of, Deque<ForkJoinTask<List<Row>>> tasks) {
        tasks.add(pool.submit(() -> rows(batch, of)));
        if (tasks.size() > BATCHES_AHEAD) {
            keep(tasks.remove().join());
        }
    }

    private List<Row> rows(List<Payload.Readable> batch, Columns of) {
        List<Row> rows = new ArrayList<>(batch.size());
        for (Payload.Readable payload : batch) {
            Map<?, ?> cells = cells(payload);
            Profile.Builder profile = vocabulary.profile();
            of.all()
                    .forEach((field, values) -> values.forEach(parts -> {
                        String text = text(cells, parts);
                        if (text != null) {
                            add(profile, field, text);
                        }
                    }));
            rows.add(new Row(
                    payload.line(),
                    text(cells, List.of(reading.idColumn())),
                    reading.truthColumn() == null ? null : text(cells, List.of(reading.truthColumn())),
                    profile.build()));
        }
        return rows;
    }

    /** A cell of addresses or numbers may hold several, separated by a semicolon or a line break. */
    private static void add(Profile.Builder profile, Field field, String text) {
        if (field != Field.EMAIL && field != Field.PHONE || text.indexOf(';') < 0 && text.indexOf('\n') < 0) {
            profile.add(field, text);
            return;
        }
        for (String part : SEVERAL.split(text)) {
            profile.add(field, part);
        }
    }

    private static @Nullable String text(Map<?, ?> cells, List<String> parts) {
        if (parts.size() == 1) {
            Object cell = cells.get(parts.get(0));
            return cell == null ? null : cell.toString().strip();
        }
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            Object cell = cells.get(part);
            if (cell != null) {
                text.append(text.isEmpty() ? "" : " ").append(cell.toString().strip());
            }
        }
        return text.isEmpty() ? null : text.toString();
    }

    private void keep(List<Row> rows) {
        for (Row row : rows) {
            String id = row.id();
            if (id == null || id.isEmpty()) {
                throw new UnusableTable("row " + row.line() + " has no id in column '" + reading.idColumn()
                        + "'; fill it, or name another column with --id");
            }
            Long first = lines.putIfAbsent(id, row.line());
            if (first != null) {
                throw new UnusableTable("the id in row " + row.line() + " is that of row " + first + " too; column '"
                        + reading.idColumn() + "' must tell each row apart, over all files");
            }
            blank += row.profile().isBlank() ? 1 : 0;
            people.add(new Person(id, row.profile()));
            truths.add(row.truth());
        }
    }
}
