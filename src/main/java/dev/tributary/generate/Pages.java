package dev.tributary.generate;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Gathers what an API gives in pages, and puts each page on a line. Not thread-safe. */
final class Pages implements Closeable {

    private static final int SIZE = 100;

    private final Drop drop;
    private final UnaryOperator<String> page;
    private final StringBuilder items = new StringBuilder();
    private int count;

    /** @param page makes a page of its items, which are separated by commas */
    Pages(Drop drop, UnaryOperator<String> page) {
        this.drop = drop;
        this.page = page;
    }

    void add(String item) {
        items.append(count == 0 ? "" : ",").append(item);
        if (++count == SIZE) {
            turn();
        }
    }

    /** Something that is no item of a page. */
    void between(String line) {
        drop.put(line + "\n");
    }

    private void turn() {
        if (count > 0) {
            drop.put(page.apply(items.toString()) + "\n");
            items.setLength(0);
            count = 0;
        }
    }

    @Override
    public void close() throws IOException {
        turn();
        drop.close();
    }
}
