package dev.tributary.timeline;

import dev.tributary.decode.Decoder;
import dev.tributary.decode.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings the CRM's contacts in from a file; the same file again changes nothing. */
@Component
public class ContactImport {

    private static final int BATCH = 1_000;
    private static final int REFUSALS_KEPT = 20;
    private static final int LONGEST_ID = 190;

    /**
     * What became of the rows: {@code read = added + updated + unchanged + refused}.
     *
     * @param refusals the first of them
     */
    public record Result(
            long read, long added, long updated, long unchanged, long refused, List<RefusedRow> refusals) {}

    private final Decoder decoder;
    private final ContactStore store;
    private final LastImport last;

    ContactImport(Decoder decoder, ContactStore store, LastImport last) {
        this.decoder = decoder;
        this.store = store;
        this.last = last;
    }

    /**
     * The same as {@link #importFile} without a column and a region, but a list that is the very one of the last import is not read again:
     * all its contacts are unchanged, and what was refused of it was told then.
     *
     * @throws ContactFileUnusable where there is no such file, or its ending is another
     */
    public Result importNews(Path file) {
        mustBeReadable(file);
        return last.of(fingerprint(file, null, null))
                .map(same ->
                        new Result(same.records(), 0, 0, same.records() - same.refused(), same.refused(), List.of()))
                .orElseGet(() -> importFile(file, null, null));
    }

    /**
     * @param file csv, xlsx or vcf
     * @param idColumn the column with the CRM's own id; null where its name tells
     * @param region two letters, for numbers without a country code; null where there is none
     * @throws ContactFileUnusable where there is no such file, or its ending is another
     */
    public Result importFile(Path file, @Nullable String idColumn, @Nullable String region) {
        mustBeReadable(file);
        String before = fingerprint(file, idColumn, region);
        last.forget();
        Result result = read(file, idColumn, region);
        if (fingerprint(file, idColumn, region).equals(before)) {
            last.note(before, new LastImport.Size(result.read(), result.refused()));
        }
        return result;
    }

    private static void mustBeReadable(Path file) {
        if (!Files.isReadable(file)) {
            throw new ContactFileUnusable(file, "cannot be read; check the path and the permissions");
        }
    }

    private static String fingerprint(Path file, @Nullable String idColumn, @Nullable String region) {
        return LastImport.fingerprint(file, ending(file) + " " + region + " " + idColumn);
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private Result read(Path file, @Nullable String idColumn, @Nullable String region) {
        Tally tally = new Tally();
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".vcf")) {
            new VCardFile(region).read(file, tally::take, tally::refuse);
        } else {
            Format format = Format.ofFileName(name)
                    .filter(it -> it == Format.CSV || it == Format.XLSX)
                    .orElseThrow(() -> new ContactFileUnusable(file, "is not csv, xlsx or vcf"));
            new ContactFile(decoder, idColumn, region).read(file, format, tally::take, tally::refuse);
        }
        return tally.result();
    }

    private final class Tally {

        private final List<ContactRow> batch = new ArrayList<>();
        private final List<RefusedRow> refusals = new ArrayList<>();
        private ContactStore.Written written = ContactStore.Written.NOTHING;
        private long read;
        private long refused;

        private void take(ContactRow row) {
            if (row.externalId().length() > LONGEST_ID) {
                refuse(new RefusedRow(row.line(), "the contact's id is longer than " + LONGEST_ID + " characters"));
                return;
            }
            read++;
            batch.add(row);
            if (batch.size() == BATCH) {
                flush();
            }
        }

        private void refuse(RefusedRow row) {
            read++;
            refused++;
            if (refusals.size() < REFUSALS_KEPT) {
                refusals.add(row);
            }
        }

        private void flush() {
            written = written.plus(store.write(batch));
            batch.clear();
        }

        private Result result() {
            flush();
            return new Result(
                    read, written.added(), written.updated(), written.unchanged(), refused, List.copyOf(refusals));
        }
    }
}
