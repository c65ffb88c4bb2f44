package dev.tributary.stage;

import dev.tributary.interaction.NaturalKey;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Natural keys as the parameters of a query. */
final class Keys {

    private static final int BATCH = 1_000;

    private Keys() {}

    /** Hands the keys on in batches that a statement can hold. */
    static void inBatches(Collection<NaturalKey> keys, Consumer<List<NaturalKey>> query) {
        List<NaturalKey> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += BATCH) {
            query.accept(all.subList(from, Math.min(from + BATCH, all.size())));
        }
    }

    static String placeholders(int count) {
        return "?, ".repeat(count - 1) + "?";
    }

    static Object[] parameters(List<NaturalKey> keys) {
        return keys.stream().map(NaturalKey::bytes).toArray();
    }
}
