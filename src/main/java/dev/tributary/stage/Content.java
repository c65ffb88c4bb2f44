package dev.tributary.stage;

import dev.tributary.interaction.CanonicalRecord.Interaction;
import dev.tributary.interaction.NaturalKey;
import dev.tributary.interaction.Party;
import org.jspecify.annotations.Nullable;

/** When two versions of a message say the same. */
final class Content {

    private Content() {}

    /** Equal for two records that say the same; blank space around the words says nothing. */
    static NaturalKey hash(Interaction it) {
        return NaturalKey.of(
                it.type().name(),
                it.visibility().name(),
                it.direction().name(),
                it.undated() ? "" : Utc.of(it.at()).toString(),
                it.editedAt() == null ? null : Utc.of(it.editedAt()).toString(),
                String.valueOf(it.deleted()),
                it.conversation() == null ? null : it.conversation().toString(),
                it.inReplyTo(),
                it.relations().toString() + (it.offers().isEmpty() ? "" : it.offers()),
                name(it.author()),
                String.join(
                        "\n",
                        it.recipients().stream().map(Content::name).sorted().toList()),
                text(it.text()).strip(),
                it.html(),
                it.language(),
                it.attachments().toString(),
                it.url());
    }

    /**
     * An id for an interaction whose source gives none.
     *
     * @param ordinal among the equal ones of its segment, from 1
     */
    static String id(NaturalKey hash, int ordinal) {
        return ordinal == 1 ? hash.hex() : hash.hex() + "-" + ordinal;
    }

    private static String name(@Nullable Party party) {
        if (party == null) {
            return "";
        }
        return String.join(
                "\t",
                text(party.id()),
                text(party.handle()),
                text(party.name()),
                String.join(",", party.emails()),
                String.join(",", party.phones()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
