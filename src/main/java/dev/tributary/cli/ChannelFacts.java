package dev.tributary.cli;

import dev.tributary.definition.MappingHeader;

/** What is known of a channel, as lines that fit a terminal: a label, and beside it the text, broken between words. */
final class ChannelFacts {

    private static final int LABEL = 21;
    private static final int WIDTH = 100;

    private final StringBuilder lines = new StringBuilder();

    private ChannelFacts() {}

    /** The lines for a header; what it does not say is left out. */
    static String of(MappingHeader header) {
        ChannelFacts facts = new ChannelFacts();
        facts.add("payloads", header.title());
        facts.add("ways in", header.waysIn());
        facts.add("author", header.author());
        facts.add("threads", header.threads());
        facts.add("edits and deletes", header.editsAndDeletes());
        facts.add("attachments", header.attachments());
        return facts.lines.toString();
    }

    private void add(String label, String text) {
        if (text.isBlank()) {
            return;
        }
        StringBuilder line = new StringBuilder(String.format("  %-" + (LABEL - 2) + "s", label));
        for (String word : text.split("\\s+")) {
            if (line.length() + word.length() >= WIDTH && line.length() > LABEL) {
                end(line);
                line = new StringBuilder(" ".repeat(LABEL));
            }
            line.append(line.length() > LABEL ? " " : "").append(word);
        }
        end(line);
    }

    private void end(StringBuilder line) {
        lines.append(line).append(System.lineSeparator());
    }
}
