package dev.tributary.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.field.ContentDispositionFieldLenientImpl;
import org.apache.james.mime4j.field.ContentTypeFieldLenientImpl;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.MimeParameterMapping;

/** A part of a mail that holds something: its text, or a file. */
final class MailPart {

    private final BodyDescriptor descriptor;
    private final String mediaType;
    private final boolean attached;
    private final Optional<String> name;
    private final String encoding;

    MailPart(MailHeaders headers, BodyDescriptor descriptor) {
        this.descriptor = descriptor;
        this.mediaType = descriptor.getMimeType().toLowerCase(Locale.ROOT);
        String disposition = headers.first("content-disposition");
        this.attached = disposition.toLowerCase(Locale.ROOT).startsWith("attachment");
        this.name = name(disposition, headers.first("content-type"));
        this.encoding = headers.first("content-transfer-encoding")
                .replaceFirst(";.*", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<String> name(String disposition, String type) {
        RawField named = new RawField("Content-Disposition", EncodedWords.quoted(disposition));
        RawField typed = new RawField("Content-Type", EncodedWords.quoted(type));
        return parameter(
                        "filename",
                        ContentDispositionFieldLenientImpl.PARSER
                                .parse(named, DecodeMonitor.SILENT)
                                .getParameters())
                .or(() -> parameter(
                        "name",
                        ContentTypeFieldLenientImpl.PARSER
                                .parse(typed, DecodeMonitor.SILENT)
                                .getParameters()));
    }

    /** Also what RFC 2231 splits and encodes: {@code name*0*=utf-8''…}. */
    private static Optional<String> parameter(String name, Map<String, String> parameters) {
        MimeParameterMapping mapping = new MimeParameterMapping();
        parameters.forEach(mapping::addParameter);
        return Optional.ofNullable(mapping.get(name)).filter(text -> !text.isBlank());
    }

    boolean isText() {
        return mediaType.equals("text/plain") && !isFile();
    }

    boolean isPage() {
        return mediaType.equals("text/html") && !isFile();
    }

    private boolean isFile() {
        return attached || name.isPresent();
    }

    InputStream decoded(InputStream raw) {
        return switch (encoding) {
            case "base64" -> new Base64InputStream(raw, false);
            case "quoted-printable" -> new QuotedPrintableInputStream(raw, false);
            default -> raw;
        };
    }

    String text(InputStream bytes) throws IOException {
        return MailText.decode(bytes.readAllBytes(), descriptor.getCharset()).replace("\r\n", "\n");
    }

    Map<String, Object> attachment(InputStream bytes) throws IOException {
        Map<String, Object> attachment = new LinkedHashMap<>();
        name.ifPresent(text -> attachment.put("name", text));
        attachment.put("mediaType", mediaType);
        attachment.put("bytes", bytes.transferTo(OutputStream.nullOutputStream()));
        return attachment;
    }
}
