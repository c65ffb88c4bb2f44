package dev.tributary.decode;

import java.io.IOException;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The records of all entries, in the archive's order. It is read from its beginning, not by its directory at the end, for
 * a cut archive has none.
 */
final class ZipRecords implements Records {

    private final Source source;
    private final DecodeOptions options;
    private final ZipArchiveInputStream zip;
    private final ExpansionGuard guard;
    private @Nullable EntryName name;
    private @Nullable Payloads entry;
    private @Nullable EntryName firstUnknown;
    private int unknown;
    private int entries;
    private long ordinal;
    private boolean ended;

    ZipRecords(Source source, DecodeOptions options) {
        this.source = source;
        this.options = options;
        this.zip = new ZipArchiveInputStream(source.in(), "UTF-8", true, true);
        this.guard = new ExpansionGuard(zip, zip::getCompressedCount, options.limits());
    }

    @Override
    public @Nullable Payload next() throws IOException {
        while (!ended) {
            if (entry != null && entry.hasNext()) {
                return numbered(entry.next());
            }
            Payload notOpened = advance();
            if (notOpened != null) {
                return notOpened;
            }
        }
        return null;
    }

    private @Nullable Payload advance() throws IOException {
        closeEntry();
        if (guard.failed()) {
            ended = true;
            return null;
        }
        ZipArchiveEntry found = nextEntry();
        if (found == null) {
            ended = true;
            return atTheEnd();
        }
        if (++entries > options.limits().entries()) {
            throw Broken.tooLarge(
                    "the archive has more than " + options.limits().entries()
                            + " entries; have it split, or raise the setting tributary.decode.entries");
        }
        return found.isDirectory() ? null : begin(found);
    }

    private @Nullable ZipArchiveEntry nextEntry() throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IOException e) {
            throw cut();
        }
    }

    private @Nullable Payload begin(ZipArchiveEntry found) {
        name = new EntryName(found.getName());
        if (name.isRefused()) {
            return refused("has a name that leads out of the archive or hides characters; pack it again");
        }
        if (name.isBesides()) {
            return null;
        }
        Optional<Format> format = Format.ofFileName(name.value());
        boolean text = format.filter(Format.LINES::equals).isPresent();
        if (!text && !options.lines().isEmpty()) {
            return null;
        }
        if (format.isEmpty() || text && options.lines().isEmpty()) {
            unknown++;
            firstUnknown = firstUnknown == null ? name : firstUnknown;
            return null;
        }
        if (format.get() == Format.ZIP || format.get() == Format.GZ) {
            return refused("is an archive in an archive; unpack it once");
        }
        if (!zip.canReadEntryData(found)) {
            return refused("is encrypted or packed in an unusual way; pack it again, as plain ZIP without a password");
        }
        guard.entryBegins();
        Source content = new Source(name.value(), guard, null, source.scratch());
        entry = new GuardedPayloads(() -> Decoder.records(content, format.get(), options));
        return null;
    }

    private Payload refused(String why) {
        return numbered(Broken.unreadable("it " + why).at(0));
    }

    /** Entries have ordinals of their own; the archive's go on. */
    private Payload numbered(Payload payload) {
        ordinal++;
        if (payload instanceof Payload.Readable readable) {
            return new Payload.Readable(ordinal, readable.content(), name == null ? null : name.value());
        }
        Payload.Unreadable unreadable = (Payload.Unreadable) payload;
        String where = name == null ? "" : "entry " + name.shown() + ": ";
        return new Payload.Unreadable(ordinal, unreadable.code(), where + unreadable.reason());
    }

    private @Nullable Payload atTheEnd() throws IOException {
        if (source.path() != null && !ZipEnding.isAt(source.path())) {
            throw cut();
        }
        if (firstUnknown == null) {
            return null;
        }
        name = null;
        return numbered(Broken.unreadable(unknown
                        + " entries of the archive have an ending that stands for no known format," + " the first is "
                        + firstUnknown.shown() + "; leave them out, or give them the right ending")
                .at(0));
    }

    private static Broken cut() {
        return Broken.unreadable("the archive is cut or damaged here, what came before was read; have it sent again");
    }

    private void closeEntry() throws IOException {
        if (entry != null) {
            entry.close();
            entry = null;
        }
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            closeEntry();
        }
    }
}
