package dev.tributary.casework;

import dev.tributary.store.Portions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases as a person reads them: in the order of what matters, each with all that it shows. Reads only. Thread-safe. */
@Component
@Transactional(readOnly = true)
public class OpenCases {

    private final CaseQueue queue;
    private final CaseReader reader;

    OpenCases(CaseQueue queue, CaseReader reader) {
        this.queue = queue;
        this.reader = reader;
    }

    /**
     * The next open cases.
     *
     * @param after the place after which to go on; null from the first
     * @param limit how many at most
     */
    public List<Case> queue(QueueFilter filter, @Nullable Place after, int limit) {
        return reader.read(queue.next(filter, after, limit), true);
    }

    /** The open case before this place; empty where it is the first. */
    public Optional<Long> before(QueueFilter filter, Place place) {
        return queue.before(filter, place);
    }

    /** How many open cases there are. */
    public long count(QueueFilter filter) {
        return queue.count(filter);
    }

    /** A case, open or not; empty where there is none of this number. */
    public Optional<Case> find(long id) {
        return reader.read(List.of(id), true).stream().findFirst();
    }

    /** Gives every open case to a consumer, in the order of the queue; only some hundred are in memory at once. */
    public void forEach(QueueFilter filter, Consumer<Case> consumer) {
        for (List<Long> some : Portions.of(queue.all(filter))) {
            reader.read(some, true).forEach(consumer);
        }
    }

    /** The open cases that rest on one identifier, so that they can be judged at once: their numbers, in the order of the queue. */
    public List<Long> sharing(IdentifierKey identifier) {
        return queue.all(QueueFilter.sharing(identifier));
    }
}
