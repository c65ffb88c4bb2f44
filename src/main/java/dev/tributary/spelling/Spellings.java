package dev.tributary.spelling;

import dev.tributary.interaction.IdentifierType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The values that have one key in common, as contacts carry them and as participants use them. */
final class Spellings {

    /** What has more spellings than this is no name of one thing, but a national number of many countries. */
    private static final int MOST = 20;

    private final IdentifierType type;
    private final Set<String> onContacts = new TreeSet<>();
    private final Set<String> ofParticipants = new TreeSet<>();

    Spellings(IdentifierType type) {
        this.type = type;
    }

    void add(Side side, String value) {
        (side == Side.ON_CONTACTS ? onContacts : ofParticipants).add(value);
    }

    Collection<String> values() {
        Set<String> values = new TreeSet<>(onContacts);
        values.addAll(ofParticipants);
        return values;
    }

    /** Whether any of them tells this key, so that the others are to be looked for under it. */
    boolean isTold(String key) {
        return values().stream()
                .anyMatch(value -> LooseKeys.telling(type, value).contains(key));
    }

    /** Those that may be one; with each value that has others, itself. */
    List<LoosePair> pairs() {
        List<LoosePair> pairs = new ArrayList<>();
        if (isOfOneThing()) {
            for (String value : ofParticipants) {
                for (String other : onContacts) {
                    if (!value.equals(other)
                            && LooseKeys.identifier(type, value).mayBe(LooseKeys.identifier(type, other))) {
                        pairs.add(new LoosePair(type, value, other));
                        pairs.add(new LoosePair(type, value, value));
                    }
                }
            }
        }
        return pairs;
    }

    private boolean isOfOneThing() {
        return !onContacts.isEmpty() && !ofParticipants.isEmpty() && onContacts.size() + ofParticipants.size() <= MOST;
    }
}
