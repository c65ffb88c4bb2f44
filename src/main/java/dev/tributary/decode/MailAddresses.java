package dev.tributary.decode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;

/** The people in an address header (RFC 5322 3.4): groups are their members, and a name may be without an address. */
final class MailAddresses {

    /** Some programs put an encoded word in quotation marks, against RFC 2047. */
    private static final Pattern QUOTED_WORD = Pattern.compile("\"\\s*+(=\\?[^\"]*+\\?=)\\s*+\"");

    private MailAddresses() {}

    /** @param header decoded from its charset, its encoded words not */
    static List<Map<String, Object>> parse(String header) {
        String words = QUOTED_WORD.matcher(header).replaceAll("$1");
        // quoted, for a decoded name may contain a comma
        String decoded = EncodedWords.decode(words, MailAddresses::quoted);
        List<Map<String, Object>> people = new ArrayList<>();
        for (Mailbox mailbox :
                LenientAddressParser.DEFAULT.parseAddressList(decoded).flatten()) {
            Map<String, Object> person = person(mailbox);
            if (!person.isEmpty()) {
                people.add(person);
            }
        }
        return people;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Map<String, Object> person(Mailbox mailbox) {
        Map<String, Object> person = new LinkedHashMap<>();
        boolean addressed = mailbox.getDomain() != null && !mailbox.getDomain().isBlank();
        String name = mailbox.getName() == null && !addressed ? mailbox.getLocalPart() : mailbox.getName();
        if (name != null && !name.isBlank()) {
            person.put("name", name.strip());
        }
        if (addressed) {
            person.put("address", mailbox.getAddress());
        }
        return person;
    }
}
