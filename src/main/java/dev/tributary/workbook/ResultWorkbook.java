package dev.tributary.workbook;

import dev.tributary.decode.DecodeLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.util.XMLHelper;
import org.springframework.stereotype.Component;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Writes a workbook that came back once more, with a column that tells what became of each row. Thread-safe. */
@Component
public class ResultWorkbook {

    /** Where a sheet lies, its column of results, and what stands in each row of it. */
    private record Results(int column, Map<Integer, String> texts) {}

    private final DecodeLimits limits;

    ResultWorkbook(DecodeLimits limits) {
        this.limits = limits;
    }

    /**
     * All that a steward wrote stays as it is, comments and rows without an answer too.
     *
     * @param returned the workbook that was applied
     * @param to the file, which is whole or not there at all; one that is there is written over
     * @throws UnusableWorkbook where the workbook is not taken
     */
    public void write(Path returned, Applied applied, Path to) throws IOException {
        Map<String, Results> byPart = new HashMap<>();
        for (AnsweredSheet sheet : new ReturnedWorkbook(limits).sheets(returned)) {
            byPart.put(sheet.part(), new Results(sheet.resultColumn(), texts(sheet, applied)));
        }
        Path aside = Files.createTempFile(to.toAbsolutePath().getParent(), ".results-", ".xlsx");
        try {
            copy(returned, byPart, aside);
            Files.move(aside, to, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static Map<Integer, String> texts(AnsweredSheet sheet, Applied applied) {
        Map<Integer, String> texts = new TreeMap<>();
        texts.put(sheet.rowOfTitles(), ResultColumn.TITLE);
        sheet.rows().forEach(it -> texts.put(it.number(), ""));
        applied.outcomes().stream()
                .filter(it -> it.sheet().equals(sheet.name()))
                .forEach(it -> texts.put(it.row(), it.inACell()));
        return texts;
    }

    private static void copy(Path from, Map<String, Results> byPart, Path to) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile());
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream copy = new ZipOutputStream(file)) {
            for (ZipEntry part : zip.stream().toList()) {
                copy.putNextEntry(new ZipEntry(part.getName()));
                try (InputStream in = zip.getInputStream(part)) {
                    Results results = byPart.get(part.getName());
                    if (results == null) {
                        in.transferTo(copy);
                    } else {
                        copy(in, results, copy);
                    }
                }
                copy.closeEntry();
            }
        } catch (SAXException | ParserConfigurationException | TransformerException damaged) {
            throw new IOException("a sheet cannot be written with its results", damaged);
        }
    }

    private static void copy(InputStream sheet, Results results, OutputStream out)
            throws SAXException, ParserConfigurationException, TransformerException {
        ResultColumn column = new ResultColumn(XMLHelper.newXMLReader(), results.column(), results.texts());
        XMLHelper.newTransformer().transform(new SAXSource(column, new InputSource(sheet)), new StreamResult(out));
    }
}
