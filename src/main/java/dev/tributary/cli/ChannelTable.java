package dev.tributary.cli;

import dev.tributary.definition.MappingHeader;
import java.util.List;
import java.util.stream.Collectors;

/** The channels as a Markdown table: one row a mapping, with the first sentence of what its header says of each matter. */
final class ChannelTable {

    private static final String HEAD = """
            | mapping: payloads | ways in | author | threads | edits and deletes | attachments | samples |
            |---|---|---|---|---|---|---|
            """;

    private ChannelTable() {}

    /** The table, with a line break at the end of each row but the last. */
    static String of(List<ShippedMapping> mappings) {
        return HEAD + mappings.stream().map(ChannelTable::row).collect(Collectors.joining("\n"));
    }

    private static String row(ShippedMapping mapping) {
        MappingHeader said = mapping.header().inShort();
        return String.format(
                "| `%s`: %s | %s | %s | %s | %s | %s | %d |",
                mapping.mapping(),
                cell(said.title()),
                cell(said.waysIn()),
                cell(said.author()),
                cell(said.threads()),
                cell(said.editsAndDeletes()),
                cell(said.attachments()),
                mapping.samples());
    }

    private static String cell(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "\\<")
                .replace("*", "\\*");
    }
}
