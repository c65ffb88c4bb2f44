package dev.tributary.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Where we agree with what others test their addresses with, and why we do not elsewhere. */
class EmailVectorsTest {

    @Test
    void writesAddressesAsTheNormalisersOfOthersOrListsWhyNot() throws IOException {
        List<CSVRecord> vectors = Vectors.rows("emails/compiled/email_normalisation_vectors.csv");
        Map<Integer, String> differences = new TreeMap<>();
        for (int number = 1; number <= vectors.size(); number++) {
            CSVRecord vector = vectors.get(number - 1);
            Optional<EmailAddress> ours = EmailAddress.parse(vector.get("input"));
            if (vector.get("status").equals("invalid")) {
                assertThat(ours).as("invalid for both").isEmpty();
            }
            String difference = difference(ours, vector.get("expected"));
            if (!difference.isEmpty()) {
                differences.put(number, difference);
            }
        }

        assertThat(vectors).hasSize(121);
        Vectors.assertListed("email-normalisation", differences);
    }

    private static String difference(Optional<EmailAddress> ours, String expected) {
        String value = ours.map(EmailAddress::value).orElse("");
        if (value.equals(expected)) {
            return "";
        }
        if (value.isEmpty()) {
            return "refused";
        }
        if (value.equalsIgnoreCase(expected)) {
            return "lower case";
        }
        if (ours.map(EmailAddress::loose).orElse("").equals(expected)) {
            return "look-up key only";
        }
        return value.contains("@xn--") ? "domain in ASCII" : "another address";
    }

    /** The suite calls an address valid, or valid but not in the DNS, which we do not ask; all other categories are none for us. */
    @Test
    void takesWhatIsemailCallsValidOrListsWhyNot() throws Exception {
        NodeList tests = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(Vectors.file("emails/dominicsayers+isemail/test/tests.xml")
                        .toFile())
                .getElementsByTagName("test");
        Map<Integer, String> differences = new TreeMap<>();
        for (int index = 0; index < tests.getLength(); index++) {
            Element test = (Element) tests.item(index);
            boolean valid = text(test, "category").matches("ISEMAIL_(VALID_CATEGORY|DNSWARN)");
            boolean taken = EmailAddress.parse(visible(text(test, "address"))).isPresent();
            if (valid != taken) {
                differences.put(
                        Integer.valueOf(test.getAttribute("id")),
                        text(test, "category") + (taken ? " taken" : " refused"));
            }
        }

        assertThat(tests.getLength()).isEqualTo(164);
        Vectors.assertListed("isemail", differences);
    }

    @Test
    void takesAnAddressAtEachDomainThatIsGivenAwayForOneDay() throws IOException {
        List<String> domains = Files.readAllLines(Vectors.file(
                "emails/disposable-email-domains+disposable-email-domains/disposable_email_blocklist.conf"));
        Map<Integer, String> differences = new TreeMap<>();
        for (int number = 1; number <= domains.size(); number++) {
            String domain = domains.get(number - 1);
            if (!EmailAddress.parse("Ann@" + domain).map(EmailAddress::value).equals(Optional.of("ann@" + domain))) {
                differences.put(number, "refused");
            }
        }

        assertThat(domains).hasSize(8335);
        Vectors.assertListed("disposable-domains", differences);
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
