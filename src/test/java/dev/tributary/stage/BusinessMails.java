package dev.tributary.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.mboxiterator.CharBufferWrapper;
import org.apache.james.mime4j.mboxiterator.MboxIterator;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/** Mails as the decoder is to give them, without its care for broken ones. */
final class BusinessMails {

    private BusinessMails() {}

    static List<Object> ofMbox(Path file) throws IOException {
        List<Object> mails = new ArrayList<>();
        try (MboxIterator messages =
                MboxIterator.fromFile(file).charset(StandardCharsets.ISO_8859_1).build()) {
            for (CharBufferWrapper message : messages) {
                mails.add(mail(message.asInputStream(StandardCharsets.ISO_8859_1)));
            }
        }
        return mails;
    }

    static List<Object> ofEml(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return List.of(mail(in));
        }
    }

    private static Map<String, Object> mail(InputStream in) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        Message message = builder.parseMessage(in);
        Map<String, Object> mail = new LinkedHashMap<>();
        put(mail, "messageId", plain(message.getMessageId()));
        put(mail, "date", date(message));
        put(mail, "subject", message.getSubject());
        put(mail, "from", message.getFrom() == null ? null : parties(message.getFrom()));
        put(mail, "to", parties(message.getTo()));
        put(mail, "cc", parties(message.getCc()));
        put(mail, "replyTo", parties(message.getReplyTo()));
        headers(message, mail);
        body(message, mail);
        return mail;
    }

    private static void put(Map<String, Object> mail, String key, Object value) {
        if (value != null) {
            mail.put(key, value);
        }
    }

    private static String date(Message message) {
        return message.getDate() == null ? null : message.getDate().toInstant().toString();
    }

    private static List<Map<String, Object>> parties(AddressList list) {
        return list == null ? null : parties(list.flatten());
    }

    private static List<Map<String, Object>> parties(Iterable<Mailbox> mailboxes) {
        List<Map<String, Object>> parties = new ArrayList<>();
        for (Mailbox mailbox : mailboxes) {
            Map<String, Object> party = new LinkedHashMap<>();
            put(party, "name", mailbox.getName());
            put(party, "address", mailbox.getAddress());
            parties.add(party);
        }
        return parties;
    }

    private static void headers(Message message, Map<String, Object> mail) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Field field : message.getHeader().getFields()) {
            headers.computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), it -> new ArrayList<>())
                    .add(field.getBody().strip());
        }
        mail.put("headers", headers);
        if (headers.containsKey("in-reply-to")) {
            put(mail, "inReplyTo", plain(headers.get("in-reply-to").get(0)));
        }
        if (headers.containsKey("references")) {
            List<String> ids = List.of(headers.get("references").get(0).split("\\s+"));
            mail.put("references", ids.stream().map(BusinessMails::plain).toList());
        }
    }

    private static String plain(String id) {
        return id == null || id.isBlank() ? null : id.strip().replaceAll("^<|>$", "");
    }

    private static void body(Entity entity, Map<String, Object> mail) throws IOException {
        Body body = entity.getBody();
        if (body instanceof Multipart parts) {
            for (Entity part : parts.getBodyParts()) {
                body(part, mail);
            }
        } else if (entity.getFilename() != null) {
            mail.put("attachments", List.of(Map.of("name", entity.getFilename(), "mediaType", entity.getMimeType())));
        } else if (body instanceof TextBody text) {
            mail.putIfAbsent(entity.getMimeType().endsWith("html") ? "html" : "text", words(text));
        }
    }

    private static String words(TextBody text) throws IOException {
        try (Reader reader = text.getReader()) {
            StringBuilder words = new StringBuilder();
            for (int letter = reader.read(); letter >= 0; letter = reader.read()) {
                words.append((char) letter);
            }
            return words.toString().strip();
        }
    }
}
