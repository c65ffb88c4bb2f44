package dev.tributary.episode;

import dev.tributary.interaction.NaturalKey;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Connected components by union-find; the smallest part names its component, so that the order of the ties makes no difference. */
final class Components {

    private final Map<Part, Part> parents = new TreeMap<>();

    Components(Collection<Part.Tie> ties) {
        ties.forEach(tie -> join(tie.one(), tie.other()));
    }

    /** Every part that is tied to another, with the name of its episode. */
    Map<Part, NaturalKey> episodes() {
        Map<Part, NaturalKey> episodes = new TreeMap<>();
        parents.keySet().forEach(part -> episodes.put(part, root(part).episode()));
        return episodes;
    }

    private void join(Part one, Part other) {
        Part first = root(one);
        Part second = root(other);
        if (first.compareTo(second) < 0) {
            parents.put(second, first);
        } else if (first.compareTo(second) > 0) {
            parents.put(first, second);
        }
    }

    private Part root(Part part) {
        Part root = part;
        for (Part above = parents.computeIfAbsent(root, it -> it); !above.equals(root); above = parents.get(root)) {
            root = above;
        }
        shorten(part, root);
        return root;
    }

    private void shorten(Part from, Part root) {
        for (Part at = from; !at.equals(root); ) {
            at = parents.put(at, root);
        }
    }
}
