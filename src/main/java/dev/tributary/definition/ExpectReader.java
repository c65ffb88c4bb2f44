package dev.tributary.definition;

import org.jspecify.annotations.Nullable;

/** Reads {@code extract.expect}. */
final class ExpectReader {

    private ExpectReader() {}

    static Expect read(Section expect) {
        Expect read = new Expect(
                Expression.of(expect, "records", "data"),
                optional(expect, "total", "meta.total"),
                optional(expect, "cut", "is_limited"));
        if (read.total() == null && read.cut() == null) {
            expect.problem(
                    "", "says nothing that could be missing", "write total: JSONata, or cut: JSONata, beside records");
        }
        expect.refuseOthers();
        return read;
    }

    private static @Nullable String optional(Section expect, String key, String example) {
        return expect.has(key) ? Expression.of(expect, key, example) : null;
    }
}
