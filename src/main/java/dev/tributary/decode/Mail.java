package dev.tributary.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads one mail (RFC 5322, MIME), leniently. Its content is {@code messageId}, {@code inReplyTo}, {@code references},
 * {@code date}, {@code received}, {@code subject}, {@code from}, {@code to}, {@code cc}, {@code bcc}, {@code replyTo}, {@code text},
 * {@code html}, {@code attachments} and {@code headers}; what the mail does not have is left out.
 */
final class Mail {

    private static final MimeConfig LENIENT = new MimeConfig.Builder()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .build();

    private final MimeTokenStream stream = new MimeTokenStream(LENIENT);
    private final DecodeLimits limits;
    private final MailHeaders headers = new MailHeaders();
    private final List<String> texts = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private final List<Map<String, Object>> attachments = new ArrayList<>();
    private @Nullable MailHeaders part;
    private int depth;

    private Mail(DecodeLimits limits) {
        this.limits = limits;
    }

    /** A file that is one mail. */
    static Payload read(byte[] file, DecodeLimits limits) throws IOException {
        return payload(1, new ByteArrayInputStream(file), limits, null);
    }

    /** @param arrived when the mail came in by what stands around it; null where nothing tells */
    static Payload payload(long line, InputStream bytes, DecodeLimits limits, @Nullable String arrived)
            throws IOException {
        try {
            Mail mail = new Mail(limits);
            mail.read(Postmark.skipped(bytes));
            if (mail.headers.isEmpty()) {
                return Broken.unreadable("record " + line + " is no mail, it has no header; have it exported again")
                        .at(line);
            }
            return new Payload.Readable(line, mail.content(arrived));
        } catch (Broken broken) {
            return broken.at(line);
        } catch (MimeException | RuntimeException | StackOverflowError e) {
            return Broken.unreadable("record " + line + " is no mail that can be read; have it exported again")
                    .at(line);
        }
    }

    private void read(InputStream bytes) throws IOException, MimeException {
        // a forwarded mail is an attachment, not a part of this one
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(bytes);
        for (EntityState at = stream.getState(); at != EntityState.T_END_OF_STREAM; at = stream.next()) {
            switch (at) {
                case T_START_HEADER -> part = part == null ? headers : new MailHeaders();
                case T_FIELD -> field();
                case T_START_MULTIPART -> descend();
                case T_END_MULTIPART -> depth--;
                case T_BODY -> body();
                default -> {}
            }
        }
    }

    private void field() {
        if (part != null) {
            part.add(stream.getField());
        }
    }

    private void descend() throws Broken {
        if (++depth > limits.depth()) {
            throw Broken.tooLarge("the mail is nested deeper than " + limits.depth() + " levels; have it sent flatter");
        }
    }

    private void body() throws IOException {
        MailPart body = new MailPart(part == null ? headers : part, stream.getBodyDescriptor());
        try (InputStream bytes = body.decoded(stream.getInputStream())) {
            if (body.isText()) {
                texts.add(body.text(bytes));
            } else if (body.isPage()) {
                pages.add(body.text(bytes));
            } else {
                attachments.add(body.attachment(bytes));
            }
        }
    }

    private Map<String, Object> content(@Nullable String arrived) {
        Map<String, Object> mail = new LinkedHashMap<>();
        headers.writeTo(mail);
        headers.received().or(() -> Optional.ofNullable(arrived)).ifPresent(time -> mail.put("received", time));
        put(mail, "text", String.join("\n", texts));
        put(mail, "html", String.join("\n", pages));
        if (!attachments.isEmpty()) {
            mail.put("attachments", attachments);
        }
        mail.put("headers", headers.all());
        return mail;
    }

    private static void put(Map<String, Object> mail, String name, String text) {
        if (!text.isBlank()) {
            mail.put(name, text);
        }
    }
}
