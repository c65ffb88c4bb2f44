package dev.tributary.timeline;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is read part by part.
 *
 * @param next with which the next part is asked for; null where this is the last. It says where the list goes on, and gives no right
 *     to read it
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * @param found up to one more than {@code limit}, which tells that there are more
     * @param cursor of the last item that is shown
     */
    static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        return new Page<>(
                found.subList(0, limit), cursor.apply(found.get(limit - 1)).text());
    }

    /** The same part of a list of something else. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
