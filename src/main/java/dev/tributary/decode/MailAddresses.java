package dev.tributary.decode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;

/** The people in an address header (RFC 5322 3.4): groups are their members, and a name may be without an address. */
final class MailAddresses {

    private static final String BARE = "[^\\s<>,;:\"()@]{1,64}+@[^\\s<>,;:\"()@]{1,255}+";
    private static final Pattern NOT_SEPARATED = Pattern.compile("(" + BARE + ")\\s++(?=" + BARE + ")");
    private static final Pattern AS_NAME = Pattern.compile("(" + BARE + ")\\s*+<");
    private static final Pattern NAME_AND_ADDRESS = Pattern.compile("(.*\\s)?(" + BARE + ")", Pattern.DOTALL);

    private MailAddresses() {}

    /** @param header decoded from its charset, its encoded words not */
    static List<Map<String, Object>> parse(String header) {
        String text = EncodedWords.quoted(header);
        text = AS_NAME.matcher(text).replaceAll("\"$1\" <");
        text = NOT_SEPARATED.matcher(text).replaceAll("$1, ");
        List<Map<String, Object>> people = new ArrayList<>();
        for (Mailbox mailbox : mailboxes(text)) {
            Map<String, Object> person = person(mailbox, text.contains("\"@"));
            if (!person.isEmpty()) {
                people.add(person);
            }
        }
        return people;
    }

    private static List<Mailbox> mailboxes(String text) {
        // as bytes: given as text, the parser cuts off as many letters as there are beyond ASCII
        ByteSequence bytes = ContentUtil.encode(StandardCharsets.UTF_8, text);
        return LenientAddressParser.DEFAULT
                .parseAddressList(bytes, new ParserCursor(0, bytes.length()))
                .flatten();
    }

    private static Map<String, Object> person(Mailbox mailbox, boolean quotedLocalPart) {
        String name = mailbox.getName();
        String address = mailbox.getAddress();
        boolean addressed = mailbox.getDomain() != null && !mailbox.getDomain().isBlank();
        Matcher parts = NAME_AND_ADDRESS.matcher(address);
        if (!addressed) {
            name = name == null ? mailbox.getLocalPart() : name;
        } else if (!quotedLocalPart) {
            addressed = parts.matches();
            address = addressed ? parts.group(2) : "";
            name = addressed && name == null ? parts.group(1) : name;
        }
        Map<String, Object> person = new LinkedHashMap<>();
        if (name != null && !name.isBlank()) {
            person.put("name", name.strip());
        }
        if (addressed) {
            person.put("address", address);
        }
        return person;
    }
}
