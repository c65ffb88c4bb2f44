package dev.tributary.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/** Keeps a workbook, which is a ZIP archive, from growing without bounds, and from naming what lies outside it. */
public final class WorkbookLimits {

    /** All different texts of a workbook are held in memory. */
    private static final int RECORDS_OF_TEXT = 8;

    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final long LARGEST_ENTRY = 0xFFFFFFFFL;

    private WorkbookLimits() {}

    /**
     * Looks at the parts of a workbook before anything else reads them.
     *
     * @throws IOException where it goes beyond the limits, is damaged, or holds a DOCTYPE; the message says so for people
     */
    public static void check(Path file, DecodeLimits limits) throws IOException {
        // POI knows these limits only for the whole program
        ZipSecureFile.setMinInflateRatio(1.0 / limits.expansionRatio());
        ZipSecureFile.setMaxEntrySize(Math.min(limits.expandedBytes(), LARGEST_ENTRY));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > limits.entries()) {
                throw Broken.tooLarge("the workbook has more than " + limits.entries() + " parts; save it again");
            }
            new WorkbookPrologs().check(zip);
            checkTexts(zip, limits.recordBytes() * RECORDS_OF_TEXT);
        } catch (ZipException e) {
            throw Broken.unreadable("the workbook is cut or damaged; open it and save it again, or have it sent again");
        }
    }

    private static void checkTexts(ZipFile zip, long most) throws IOException {
        ZipEntry texts = zip.getEntry(TEXTS);
        if (texts == null) {
            return;
        }
        try (InputStream in = zip.getInputStream(texts)) {
            // counted, for the size that an archive declares may be a lie
            if (in.skip(most + 1) > most) {
                throw Broken.tooLarge(
                        "the workbook holds more than " + most + " bytes of different texts; save its sheets as CSV");
            }
        }
    }
}
