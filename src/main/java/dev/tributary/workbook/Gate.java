package dev.tributary.workbook;

import dev.tributary.decode.DecodeLimits;
import dev.tributary.decode.WorkbookLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;

/** Lets no workbook in that does anything, that points outside, or that is too big. */
final class Gate {

    private static final long MOST_BYTES = 64L << 20;
    private static final long MOST_EXPANDED = 1L << 30;

    /** What lies in a part of such a name, and how the file is mended. */
    private static final Map<String, String> NOT_TAKEN = Map.of(
            "vbaproject.bin", "holds a macro; save it as a workbook without macros (.xlsx)",
            "xl/macrosheets/", "holds a sheet of macros; delete it, and save the workbook again",
            "xl/externallinks/",
                    "has a link to another workbook; break it (Data, Edit Links, Break Link), and save it again",
            "xl/connections.xml", "has a connection to data outside; delete it (Data, Connections), and save it again",
            "xl/embeddings/", "has another document inside; delete that, and save the workbook again",
            "xl/activex/", "has a control that runs code; delete it, and save the workbook again");

    private static final String HARMLESS = "/hyperlink";

    private final DecodeLimits limits;

    Gate(DecodeLimits limits) {
        this.limits = limits;
    }

    /** @throws UnusableWorkbook where it is not let in */
    void check(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new UnusableWorkbook(
                    "The workbook has more than 64 MB; delete the rows without an answer, and save it again");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> parts = zip.stream().toList();
            parts.forEach(Gate::checkName);
            long expanded = 0;
            for (ZipEntry part : parts) {
                expanded += checked(zip, part, MOST_EXPANDED - expanded);
            }
        } catch (ZipException broken) {
            throw new UnusableWorkbook(
                    "The file is no workbook that can be read; open it in your spreadsheet program, and save it as .xlsx");
        }
        try {
            WorkbookLimits.check(file, limits);
        } catch (IOException refused) {
            throw new UnusableWorkbook("The workbook is not taken: " + refused.getMessage());
        }
    }

    private static void checkName(ZipEntry part) {
        String name = part.getName().toLowerCase(Locale.ROOT);
        NOT_TAKEN.forEach((where, why) -> {
            if (name.startsWith(where) || name.endsWith("/" + where)) {
                throw new UnusableWorkbook("The workbook " + why);
            }
        });
    }

    /** Counted, for the size that an archive declares may be a lie. */
    private static long checked(ZipFile zip, ZipEntry part, long most) throws IOException {
        long bytes;
        try (InputStream in = zip.getInputStream(part)) {
            bytes = in.skip(most + 1);
        }
        if (bytes > most) {
            throw new UnusableWorkbook(
                    "The workbook grows to more than 1 GB; delete what is not yours, and save it again");
        }
        if (part.getName().toLowerCase(Locale.ROOT).endsWith(".rels")) {
            try (InputStream in = zip.getInputStream(part)) {
                checkRelations(in, part.getName());
            }
        }
        return bytes;
    }

    private static void checkRelations(InputStream part, String name) {
        try {
            XMLStreamReader reader = XMLHelper.newXMLInputFactory().createXMLStreamReader(part);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && "External".equalsIgnoreCase(reader.getAttributeValue(null, "TargetMode"))
                        && !String.valueOf(reader.getAttributeValue(null, "Type"))
                                .endsWith(HARMLESS)) {
                    throw new UnusableWorkbook("The workbook has a link to something outside, in " + name
                            + "; delete it, and save it again");
                }
            }
        } catch (XMLStreamException illFormed) {
            throw new UnusableWorkbook("The workbook is damaged in " + name + "; open it, and save it again");
        }
    }
}
