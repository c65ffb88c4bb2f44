package dev.tributary.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The beginning of a file, which tells whether it is what its name says. */
final class FirstBytes {

    private static final int LENGTH = 512;

    /** A file of lines or mails may have none; a document may not be nothing. */
    private static final Set<Format> MAY_BE_EMPTY = EnumSet.of(Format.NDJSON, Format.MBOX, Format.LINES);

    private static final Set<Format> ZIPPED = EnumSet.of(Format.ZIP, Format.XLSX);
    private static final Set<Format> MARKUP = EnumSet.of(Format.XML, Format.FEED);
    private static final Set<Format> MAIL = EnumSet.of(Format.EML, Format.MBOX);

    private final byte[] bytes;

    private FirstBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    static FirstBytes of(InputStream in) throws IOException {
        byte[] bytes = new byte[LENGTH];
        // one read: filling up would fail on a cut file before its sound part is delivered
        int count = Math.max(in.read(bytes), 0);
        return new FirstBytes(Arrays.copyOf(bytes, count));
    }

    /** The whole file again. */
    InputStream before(InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(bytes), rest);
    }

    void expect(Format format) throws Broken {
        if (bytes.length == 0) {
            if (!MAY_BE_EMPTY.contains(format)) {
                throw Broken.unreadable("the file is empty; have it exported again");
            }
            return;
        }
        if (startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            throw Broken.unreadable("the file is an old Excel workbook (.xls) or protected by a password;"
                    + " save it as .xlsx without a password");
        }
        expectPacking(format);
        if (!MAIL.contains(format)) {
            expectNoPage(format);
        }
    }

    private void expectPacking(Format format) throws Broken {
        boolean zip = startsWith('P', 'K', 3, 4) || startsWith('P', 'K', 5, 6);
        boolean gzip = startsWith(0x1F, 0x8B);
        if (zip != ZIPPED.contains(format) || gzip != (format == Format.GZ)) {
            String is = zip ? "is a ZIP archive" : gzip ? "is compressed with gzip" : "is not compressed";
            throw Broken.unreadable("the file " + is + ", not " + format
                    + " as it was said to be; give it the ending that it deserves");
        }
    }

    private void expectNoPage(Format format) throws Broken {
        String text = new String(bytes, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        boolean declared =
                text.startsWith("<!doctype") && (!MARKUP.contains(format) || text.startsWith("<!doctype html"));
        if (declared || text.startsWith("<html")) {
            throw Broken.unreadable("the file is an HTML page instead of " + format
                    + ", perhaps the source's login or error page; have it exported again");
        }
        if (text.startsWith("<?xml") && !MARKUP.contains(format)) {
            throw Broken.unreadable("the file is XML instead of " + format + "; give it the ending .xml");
        }
    }

    private boolean startsWith(int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
