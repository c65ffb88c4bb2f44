package dev.tributary.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What strangers wrote, in pieces that a page can show: addresses become links, and what would not be seen, or would turn the
 * direction of what follows, is named. {@code ${@foreign…}} in the pages. Thread-safe.
 */
final class ForeignWords {

    /** Without a choice between two ways to go on, so that it takes a time in proportion to the text. */
    private static final Pattern LINK = Pattern.compile(
            "https?://[^\\s<>\"'`]{1,2000}|[\\w.+-]{1,64}+@[\\p{L}\\p{N}.-]{1,190}", Pattern.CASE_INSENSITIVE);

    private static final String NOT_AT_THE_END = ".,;:!?)]}'\u2026";

    /** The words of a message with its links; empty for null. */
    public List<Piece> message(@Nullable String text) {
        List<Piece> pieces = new ArrayList<>();
        if (text == null) {
            return pieces;
        }
        Matcher link = LINK.matcher(text);
        int shown = 0;
        while (link.find()) {
            String address = withoutEnd(link.group());
            Piece piece = piece(address);
            if (piece != null) {
                marked(text.substring(shown, link.start()), pieces);
                pieces.add(piece);
                hostOf(address, pieces);
                shown = link.start() + address.length();
            }
        }
        marked(text.substring(shown), pieces);
        return pieces;
    }

    /** A name or a subject: without links. */
    public List<Piece> name(@Nullable String text) {
        List<Piece> pieces = new ArrayList<>();
        marked(text == null ? "" : text, pieces);
        return pieces;
    }

    /** The first words of a text, in one line; empty for null. */
    public String first(@Nullable String text, int longest) {
        if (text == null) {
            return "";
        }
        StringBuilder line = new StringBuilder();
        text.substring(0, Math.min(text.length(), 4 * longest)).codePoints().forEach(it -> {
            if (line.length() < longest && !isHidden(it)) {
                line.appendCodePoint(Character.isWhitespace(it) ? ' ' : it);
            }
        });
        return line.toString().strip() + (text.length() > longest ? " …" : "");
    }

    /** Where an address leads; null where nobody should be led there. */
    public @Nullable String href(@Nullable String address) {
        return WebAddress.of(address).map(WebAddress::href).orElse(null);
    }

    private static @Nullable Piece piece(String address) {
        if (address.regionMatches(true, 0, "http", 0, 4) && address.contains("://")) {
            return WebAddress.of(address)
                    .map(it -> Piece.link(address, it.href()))
                    .orElse(null);
        }
        boolean plain =
                address.chars().allMatch(it -> it > 32 && it < 127) && address.indexOf('.', address.indexOf('@')) > 0;
        return plain ? Piece.link(address, "mailto:" + address) : null;
    }

    /** A host in letters that look like others is shown as the network knows it too. */
    private static void hostOf(String address, List<Piece> pieces) {
        if (address.chars().anyMatch(it -> it > 127)) {
            WebAddress.of(address)
                    .filter(it -> it.host().contains("xn--"))
                    .ifPresent(it -> pieces.add(Piece.mark(it.host())));
        }
    }

    private static String withoutEnd(String address) {
        int end = address.length();
        while (end > 0 && NOT_AT_THE_END.indexOf(address.charAt(end - 1)) >= 0) {
            end--;
        }
        return address.substring(0, end);
    }

    private static void marked(String text, List<Piece> pieces) {
        StringBuilder words = new StringBuilder();
        text.replace("\r\n", "\n").codePoints().forEach(it -> {
            if (isHidden(it)) {
                add(words, pieces);
                pieces.add(Piece.mark(String.format("U+%04X", it)));
            } else {
                words.appendCodePoint(it);
            }
        });
        add(words, pieces);
    }

    private static void add(StringBuilder words, List<Piece> pieces) {
        if (words.length() > 0) {
            pieces.add(Piece.words(words.toString()));
            words.setLength(0);
        }
    }

    /**
     * Control characters, and those that turn the direction of what follows, name a language or fill nothing. Joiners, soft hyphens
     * and marks of direction belong to the writing of many languages and of emoji.
     */
    private static boolean isHidden(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean turns = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        boolean nothing = c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x3164 || c == 0x115F || c == 0x1160;
        return control || turns || nothing || c >= 0xE0000 && c <= 0xE007F || c == 0x2028 || c == 0x2029;
    }
}
