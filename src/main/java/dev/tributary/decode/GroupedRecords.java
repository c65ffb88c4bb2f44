package dev.tributary.decode;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table that belong together, as one payload in the place of the first of them; a row that has none of the values
 * stands alone. So that a large file does not fill the memory, a group is closed {@link #WINDOW} rows after its first, or
 * earlier where what waits is larger than a record may be: a row that comes later begins a group of its own.
 */
final class GroupedRecords implements Records {

    static final int WINDOW = 10_000;

    /** @param key null for what waits for nothing */
    private record Waiting(long row, @Nullable List<Object> key, List<Object> rows, Payload payload) {}

    private final Source source;
    private final Payloads rows;
    private final List<String> columns;
    private final long mostCharacters;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private final Map<List<Object>, Waiting> open = new HashMap<>();
    private long read;
    private long characters;

    GroupedRecords(Source source, DecodeOptions options, Opening rows) {
        this.source = source;
        this.rows = new GuardedPayloads(rows);
        this.columns = options.group();
        this.mostCharacters = options.limits().recordBytes();
    }

    @Override
    public @Nullable Payload next() {
        while (!isFirstReady() && rows.hasNext()) {
            take(rows.next());
        }
        Waiting first = waiting.poll();
        if (first == null) {
            return null;
        }
        open.remove(first.key());
        characters -=
                first.rows().stream().mapToLong(GroupedRecords::characters).sum();
        return first.payload();
    }

    private boolean isFirstReady() {
        Waiting first = waiting.peek();
        return first != null && (first.key() == null || read - first.row() >= WINDOW || characters > mostCharacters);
    }

    private void take(Payload payload) {
        read++;
        if (!(payload instanceof Payload.Readable row)) {
            waiting.add(new Waiting(read, null, List.of(), payload));
            return;
        }
        characters += characters(row.content());
        List<Object> key = key(row.content());
        Waiting group = key == null ? begun(null, row) : open.computeIfAbsent(key, it -> begun(it, row));
        group.rows().add(row.content());
    }

    private Waiting begun(@Nullable List<Object> key, Payload.Readable first) {
        List<Object> together = new ArrayList<>();
        Payload payload = new Payload.Readable(first.line(), Map.of("rows", together));
        Waiting group = new Waiting(read, key, together, payload);
        waiting.add(group);
        return group;
    }

    private @Nullable List<Object> key(Object row) {
        List<Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(((Map<?, ?>) row).get(column)));
        return values.stream().allMatch(Objects::isNull) ? null : values;
    }

    private static long characters(Object row) {
        return ((Map<?, ?>) row)
                .values().stream().mapToLong(it -> it.toString().length()).sum();
    }

    @Override
    public void close() throws IOException {
        try (source) {
            rows.close();
        }
    }
}
