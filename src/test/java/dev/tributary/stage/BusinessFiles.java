package dev.tributary.stage;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The payloads of a file as the decoder is to give them. */
final class BusinessFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BusinessFiles() {}

    static List<Object> payloads(Path file) throws Exception {
        String name = file.getFileName().toString();
        if (name.endsWith(".csv")) {
            return rows(file);
        }
        if (name.endsWith(".xml")) {
            return List.of(document(file));
        }
        if (name.endsWith(".eml")) {
            return BusinessMails.ofEml(file);
        }
        if (name.endsWith(".mbox")) {
            return BusinessMails.ofMbox(file);
        }
        if (name.endsWith(".ndjson")) {
            return Files.readAllLines(file).stream().map(BusinessFiles::line).toList();
        }
        Object json = JSON.readValue(Files.readString(file), Object.class);
        return json instanceof List<?> list ? new ArrayList<>(list) : List.of(json);
    }

    /** What is no JSON comes as the text that it is, which no mapping takes. */
    private static Object line(String line) {
        try {
            return JSON.readValue(line, Object.class);
        } catch (JacksonException broken) {
            return line;
        }
    }

    private static List<Object> rows(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file)) {
            List<Object> rows = new ArrayList<>();
            for (CSVRecord row : format.parse(reader)) {
                Map<String, String> cells = new LinkedHashMap<>(row.toMap());
                cells.values().removeIf(String::isBlank);
                rows.add(cells);
            }
            return rows;
        }
    }

    private static Map<String, Object> document(Path file) throws Exception {
        Element root = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        return Map.of(root.getTagName(), content(root));
    }

    private static Object content(Element element) {
        Map<String, Object> children = new LinkedHashMap<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.merge(child.getTagName(), content(child), BusinessFiles::both);
            }
        }
        return children.isEmpty() ? element.getTextContent().strip() : children;
    }

    private static Object both(Object before, Object next) {
        List<Object> all = new ArrayList<>(before instanceof List<?> list ? list : List.of(before));
        all.add(next);
        return all;
    }

    static Optional<Path> realSamples() {
        Path samples = Path.of(System.getProperty("tributary.samples", "../shared/samples"));
        return Files.isDirectory(samples) ? Optional.of(samples) : Optional.empty();
    }
}
