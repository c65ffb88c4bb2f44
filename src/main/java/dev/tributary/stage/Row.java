package dev.tributary.stage;

import dev.tributary.interaction.CanonicalRecord.Interaction;
import dev.tributary.interaction.NaturalKey;
import dev.tributary.stage.Normalised.Message;
import dev.tributary.stage.Normalised.Person;
import dev.tributary.stage.Normalised.Withdrawal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of the statements in {@link Interactions}, in their order. */
final class Row {

    private static final int LONGEST_BODY = 1_000_000;

    private Row() {}

    static Object[] insertion(
            Message message,
            LocalDateTime occurredAt,
            @Nullable LocalDateTime deletedAt,
            long run,
            Participants people) {
        return join(
                content(message, occurredAt, deletedAt != null, run, people),
                message.key().bytes(),
                message.channel(),
                message.account(),
                message.nativeId(),
                deletedAt,
                run);
    }

    /** A withdrawal whose message has not come. */
    static Object[] tombstone(Withdrawal withdrawal, Version version, LocalDateTime deletedAt, long run) {
        Object[] unknown = new Object[26];
        unknown[10] = withdrawal.key().bytes();
        unknown[17] = new byte[16];
        unknown[18] = version.own();
        unknown[19] = version.at();
        unknown[20] = version.source();
        unknown[21] = version.segment();
        unknown[22] = version.line();
        unknown[23] = run;
        unknown[25] = false;
        return join(
                unknown,
                withdrawal.key().bytes(),
                withdrawal.channel(),
                withdrawal.account(),
                withdrawal.nativeId(),
                deletedAt,
                run);
    }

    static Object[] revision(long id, Message message, LocalDateTime occurredAt, long run, Participants people) {
        Version version = message.version();
        return join(
                content(message, occurredAt, false, run, people),
                id,
                version.source(),
                version.at(),
                version.at(),
                version.segment(),
                version.segment(),
                version.line(),
                version.source(),
                version.own(),
                version.own(),
                version.at(),
                version.at(),
                version.source());
    }

    private static Object[] content(
            Message message, LocalDateTime occurredAt, boolean withdrawn, long run, Participants people) {
        Interaction it = message.content();
        Version version = message.version();
        return new Object[] {
            it.type().name(),
            it.visibility().name(),
            it.direction().name(),
            occurredAt,
            it.at().getOffset().getId(),
            it.editedAt() == null ? null : Utc.of(it.editedAt()),
            it.conversation() == null ? null : Texts.cut(it.conversation().id(), 500),
            it.conversation() == null ? null : Texts.cut(it.conversation().subject(), 1000),
            Texts.cut(it.inReplyTo(), 500),
            message.parentKey() == null ? null : message.parentKey().bytes(),
            message.conversationKey().bytes(),
            message.author() == null ? null : people.id(message.author().key()),
            withdrawn ? null : Texts.cut(it.text(), LONGEST_BODY),
            withdrawn ? null : Texts.cut(it.html(), LONGEST_BODY),
            Texts.cut(it.language(), 32),
            withdrawn ? null : Attachments.json(it.attachments()),
            Texts.cut(it.url(), 2000),
            message.contentHash().bytes(),
            version.own(),
            version.at(),
            version.source(),
            version.segment(),
            version.line(),
            run,
            withdrawn ? null : Fingerprint.of(it.text()).map(NaturalKey::bytes).orElse(null),
            it.undated()
        };
    }

    static List<Object[]> roles(long id, Message message, Participants people) {
        List<Object[]> roles = new ArrayList<>();
        if (message.author() != null) {
            roles.add(new Object[] {id, people.id(message.author().key()), "AUTHOR"});
        }
        for (Person recipient : message.recipients()) {
            roles.add(new Object[] {id, people.id(recipient.key()), "RECIPIENT"});
        }
        return roles;
    }

    static List<Object[]> ties(long id, Message message) {
        return message.ties().stream()
                .map(tie -> new Object[] {
                    id, tie.type().name(), tie.target().bytes(), tie.targetId(), Texts.cut(tie.proof(), 190)
                })
                .toList();
    }

    static List<Object[]> offers(long id, Message message) {
        return message.offers().stream()
                .map(offer -> new Object[] {id, offer.key().bytes(), offer.text()})
                .toList();
    }

    static List<Object[]> uses(long id, Message message) {
        return message.uses().stream()
                .map(use -> new Object[] {
                    id,
                    use.type().name(),
                    use.offer().key().bytes(),
                    use.offer().text(),
                    Texts.cut(use.proof(), 190)
                })
                .toList();
    }

    private static Object[] join(Object[] first, @Nullable Object... rest) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(rest)).toArray();
    }
}
