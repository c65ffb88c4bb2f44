package dev.tributary.decode;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text of a mail, whose charset labels are often wrong. */
final class MailText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private MailText() {}

    /** The text in the charset that the label names, else in UTF-8, else in windows-1252, which has a letter for all. */
    static String decode(byte[] bytes, @Nullable String label) {
        Charset named = named(label);
        String text = named == null ? null : Text.strictly(named, bytes, bytes.length);
        if (text == null) {
            text = Text.strictly(StandardCharsets.UTF_8, bytes, bytes.length);
        }
        return text == null ? new String(bytes, WINDOWS) : text;
    }

    private static @Nullable Charset named(@Nullable String label) {
        String name = label == null ? "" : label.strip().toLowerCase(Locale.ROOT);
        // what is called Latin 1 or ASCII was mostly written on Windows
        if (name.equals("iso-8859-1") || name.equals("latin1")) {
            return WINDOWS;
        }
        try {
            return name.isEmpty() ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }
}
