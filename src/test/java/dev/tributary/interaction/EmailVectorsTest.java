package dev.tributary.interaction;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Where we agree with what others test their addresses with, and why we do not elsewhere. */
class EmailVectorsTest {

    private static final Path SAMPLES = Path.of(System.getProperty("tributary.samples", "../shared/samples"))
            .resolve("emails");

    /** Why our canonical form differs from the one that a suite expects. */
    private enum Difference {
        NONE,
        /** The suite was asked to keep upper case; for us case never tells two people apart. */
        CASE_KEPT,
        /** The suite drops dots or a tag: only some providers do, so for us it is weaker evidence, never another address. */
        FOLDED,
        /** The suite takes two domains of one provider for one; for us as above. */
        OTHER_DOMAIN,
        /** The suite leaves an international domain as it is; we write what the DNS knows. */
        IDNA,
        /** Two dots in a row, or quoted: allowed by some, written by nobody, and the way around a block list. */
        REFUSED
    }

    private static final Map<String, Integer> ISEMAIL = Map.ofEntries(
            entry("ISEMAIL_VALID_CATEGORY accepted", 13),
            // a top-level domain alone
            entry("ISEMAIL_VALID_CATEGORY refused", 1),
            // domains that the suite did not find in the DNS, which we do not ask
            entry("ISEMAIL_DNSWARN accepted", 6),
            // a top-level domain alone, or one of digits
            entry("ISEMAIL_DNSWARN refused", 2),
            // comments and folded blank space within the address
            entry("ISEMAIL_CFWS accepted without the blank space around it", 6),
            entry("ISEMAIL_CFWS refused", 4),
            entry("ISEMAIL_DEPREC accepted without the blank space around it", 2),
            entry("ISEMAIL_DEPREC refused", 18),
            // quoting, address literals, labels that are too long
            entry("ISEMAIL_RFC5321 refused", 16),
            entry("ISEMAIL_RFC5322 refused", 30),
            // the dot of the DNS root behind the domain
            entry("ISEMAIL_ERR accepted", 1),
            entry("ISEMAIL_ERR accepted without the blank space around it", 16),
            entry("ISEMAIL_ERR refused", 49));

    @Test
    void differsFromTheNormalisersOfOthersOnlyForAReason() throws Exception {
        Path vectors = SAMPLES.resolve("compiled/email_normalisation_vectors.csv");
        assumeTrue(Files.exists(vectors));
        Map<Difference, Integer> differences = new TreeMap<>();
        try (Reader reader = Files.newBufferedReader(vectors)) {
            for (CSVRecord vector : CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)) {
                String ours = EmailAddress.parse(vector.get("input"))
                        .map(EmailAddress::value)
                        .orElse("");
                if (vector.get("status").equals("invalid")) {
                    assertThat(ours).as("invalid for both").isEmpty();
                }
                differences.merge(difference(ours, vector.get("expected")), 1, Integer::sum);
            }
        }

        assertThat(differences)
                .isEqualTo(Map.of(
                        Difference.NONE, 55,
                        Difference.CASE_KEPT, 9,
                        Difference.FOLDED, 32,
                        Difference.OTHER_DOMAIN, 19,
                        Difference.IDNA, 2,
                        Difference.REFUSED, 4));
    }

    private static Difference difference(String ours, String expected) {
        if (ours.equals(expected)) {
            return Difference.NONE;
        }
        if (ours.isEmpty()) {
            return Difference.REFUSED;
        }
        String domain = ours.substring(ours.indexOf('@') + 1);
        if (domain.startsWith("xn--")) {
            return Difference.IDNA;
        }
        if (ours.equalsIgnoreCase(expected)) {
            return Difference.CASE_KEPT;
        }
        if (!expected.endsWith("@" + domain)) {
            return Difference.OTHER_DOMAIN;
        }
        assertThat(ours.replace(".", ""))
                .startsWith(expected.substring(0, expected.indexOf('@')).replace(".", ""));
        return Difference.FOLDED;
    }

    /** Of what the suite calls an error we take nothing but blank space around an address and the dot of the DNS root. */
    @Test
    void agreesWithIsemailOnWhatIsAnAddress() throws Exception {
        Path suite = SAMPLES.resolve("dominicsayers+isemail/test/tests.xml");
        assumeTrue(Files.exists(suite));
        NodeList tests = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(suite.toFile())
                .getElementsByTagName("test");
        Map<String, Integer> verdicts = new TreeMap<>();
        for (int index = 0; index < tests.getLength(); index++) {
            Element test = (Element) tests.item(index);
            String address = visible(text(test, "address"));
            String verdict = EmailAddress.parse(address).isEmpty()
                    ? "refused"
                    : address.equals(address.strip()) ? "accepted" : "accepted without the blank space around it";
            verdicts.merge(text(test, "category") + " " + verdict, 1, Integer::sum);
        }

        assertThat(verdicts).isEqualTo(ISEMAIL);
    }

    /** Control characters are written as their symbols. */
    private static String visible(String address) {
        StringBuilder real = new StringBuilder();
        address.codePoints().forEach(it -> real.appendCodePoint(it >= 0x2400 && it <= 0x2420 ? it - 0x2400 : it));
        return real.toString();
    }

    private static String text(Element test, String tag) {
        NodeList found = test.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
