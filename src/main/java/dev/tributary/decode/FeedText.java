package dev.tributary.decode;

import com.rometools.rome.io.XmlReader;
import com.rometools.rome.io.impl.XmlFixerReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a feed, and what can be mended of it without a guess: the names that its author did not declare. */
final class FeedText {

    private static final Pattern PREFIX = Pattern.compile("<([A-Za-z_][\\w.-]{0,60}+):[A-Za-z_]");
    private static final Pattern ROOT = Pattern.compile("<[A-Za-z_][\\w.:-]{0,100}+");

    private FeedText() {}

    /** In the charset that the file declares; where it is in another, in the one that it most likely is in. */
    static String of(byte[] bytes) throws IOException {
        try (XmlReader sniffed = new XmlReader(new ByteArrayInputStream(bytes), true)) {
            String text = MailText.decode(bytes, sniffed.getEncoding());
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
        }
    }

    /** Letters of HTML such as {@code &nbsp;} as XML writes them, and the prefixes that the root declares. */
    static String mended(String text) throws IOException {
        StringWriter fixed = new StringWriter();
        try (XmlFixerReader fixer = new XmlFixerReader(new StringReader(text))) {
            fixer.transferTo(fixed);
        }
        return declared(fixed.toString());
    }

    private static String declared(String text) {
        Map<String, String> usual = FeedNames.BY_PREFIX;
        String missing = PREFIX
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(prefix -> !text.contains("xmlns:" + prefix))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(prefix ->
                        " xmlns:" + prefix + "=\"" + usual.getOrDefault(prefix, "urn:undeclared:" + prefix) + "\"")
                .collect(Collectors.joining());
        Matcher root = ROOT.matcher(text);
        return missing.isEmpty()
                ? text
                : root.replaceFirst((MatchResult it) -> Matcher.quoteReplacement(it.group() + missing));
    }
}
