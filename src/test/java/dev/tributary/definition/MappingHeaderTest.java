package dev.tributary.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MappingHeaderTest {

    @Test
    void takesATitleWithAColonAsATitle() {
        MappingHeader header = MappingHeader.of("""
                /*
                 * WhatsApp Cloud API webhooks: messages and the echoes of what was sent
                 * from the phone. Words only: no pictures.
                 *
                 * Ways in: webhook, file
                 */
                {}
                """);

        assertThat(header.title())
                .isEqualTo("WhatsApp Cloud API webhooks: messages and the echoes of what was sent from the phone."
                        + " Words only: no pictures.");
        assertThat(header.waysIn()).isEqualTo("webhook, file");
    }

    @Test
    void takesATitleThatIsAKeyInItselfAsATitle() {
        assertThat(MappingHeader.of("/*\n * Mails:\n * Author: of letters\n *\n * Author: the address\n */"))
                .satisfies(header -> assertThat(header.title()).isEqualTo("Mails: Author: of letters"))
                .satisfies(header -> assertThat(header.author()).isEqualTo("the address"));
    }

    @Test
    void readsTheTextOfAKeyOverItsLines() {
        MappingHeader header = MappingHeader.of("""
                /*
                 * Mails.
                 *
                 * Author: the address,
                 *     and mostly a name: as the sender wrote it
                 * A line that belongs to nothing.
                 *     Nor does this one.
                 * Threads:
                 *     References
                 * Query:
                 *     SELECT everything
                 * Edits and deletes: none
                 *
                 * Much more is said down here.
                 * Attachments: names
                 */
                """);

        assertThat(header)
                .isEqualTo(new MappingHeader(
                        "Mails.",
                        "",
                        "the address, and mostly a name: as the sender wrote it",
                        "References",
                        "none",
                        "names"));
    }

    @Test
    void keepsOfEachTextTheFirstSentenceForATable() {
        MappingHeader header = MappingHeader.of("""
                /*
                 * Feeds of RSS 0.9 to 2.0, and Atom. With comments.
                 *
                 * Ways in: http (API). Ask for /v1.1/list.json. Twice.
                 * Author: the name.
                 */
                """);

        assertThat(header.inShort())
                .isEqualTo(
                        new MappingHeader("Feeds of RSS 0.9 to 2.0, and Atom", "http (API)", "the name", "", "", ""));
    }

    @Test
    void readsACommentOfOneLineAndAMappingWithoutAny() {
        assertThat(MappingHeader.of("/* A guest book: one row is one entry. */\n{}")
                        .title())
                .isEqualTo("A guest book: one row is one entry.");
        assertThat(MappingHeader.of("{ \"kind\": \"filtered\" }")).isEqualTo(new MappingHeader("", "", "", "", "", ""));
    }
}
