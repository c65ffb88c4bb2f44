package dev.tributary.casework;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A short hash of what a case shows: the first six bytes of a SHA-256, which is enough to tell two states of one case apart. */
final class Stamp {

    private static final int BYTES = 6;

    private final MessageDigest digest;

    private Stamp() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String of(CaseParticipant participant, List<ProposedContact> contacts, List<Verdict> verdicts) {
        Stamp stamp = new Stamp();
        stamp.add(participant.name()).add(participant.handle());
        participant
                .identifiers()
                .forEach(it -> stamp.add(it.key()).add(it.raw()).add(it.grade().name()));
        contacts.stream()
                .sorted((one, other) -> one.contact().compareTo(other.contact()))
                .forEach(stamp::add);
        verdicts.stream().filter(it -> it.answer().decides()).forEach(it -> stamp.add(Long.toString(it.id())));
        return HexFormat.of().formatHex(stamp.digest.digest(), 0, BYTES);
    }

    private void add(ProposedContact contact) {
        add(contact.contact())
                .add(contact.name())
                .add(contact.company())
                .add(contact.address().inOneLine());
        add(contact.linked() ? "linked" : "").add(contact.refused() ? "refused" : "");
        contact.points().forEach(it -> add(it.key()).add(it.raw()));
        contact.pointers().forEach(it -> add(it.identifier()));
    }

    private Stamp add(IdentifierKey key) {
        return add(key.type().name()).add(key.value());
    }

    /** Each text ends with a byte that is in no UTF-8, so that two texts are never one. */
    private Stamp add(@Nullable String text) {
        if (text != null) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) (text == null ? 0xFE : 0xFF));
        return this;
    }
}
