package dev.tributary.decode;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * What comes out of a compressed file, as long as it stays within the limits. Closing it does nothing: whoever opened the
 * compressed file closes it.
 */
final class ExpansionGuard extends FilterInputStream {

    /** Small files may compress very well. */
    private static final long ALWAYS_ALLOWED = 1 << 20;

    private final LongSupplier compressed;
    private final DecodeLimits limits;
    private long expanded;
    private long entryExpanded;
    private boolean failed;

    /** @param compressed how many bytes of the present entry were read in its compressed form */
    ExpansionGuard(InputStream in, LongSupplier compressed, DecodeLimits limits) {
        super(in);
        this.compressed = compressed;
        this.limits = limits;
    }

    void entryBegins() {
        entryExpanded = 0;
    }

    /** Whether the compressed file itself cannot be read any further. */
    boolean failed() {
        return failed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count;
        try {
            count = in.read(target, offset, length);
        } catch (IOException e) {
            failed = true;
            throw Broken.unreadable(
                    "the compressed file is cut or damaged here, what came before was read; have it sent again");
        }
        count(Math.max(count, 0));
        return count;
    }

    private void count(int read) throws Broken {
        expanded += read;
        entryExpanded += read;
        if (expanded > limits.expandedBytes()) {
            failed = true;
            throw Broken.tooLarge("the compressed file holds more than " + limits.expandedBytes()
                    + " bytes; have it split, or raise the setting tributary.decode.largest-expansion");
        }
        if (entryExpanded > ALWAYS_ALLOWED && entryExpanded / limits.expansionRatio() > compressed.getAsLong()) {
            failed = true;
            throw Broken.tooLarge("the compressed file grows to more than " + limits.expansionRatio()
                    + " times its size, as files made to do harm do; send it uncompressed, or raise the setting"
                    + " tributary.decode.expansion-ratio");
        }
    }

    /** Nothing is ever known to be waiting, lest a buffering reader reads into the damage before it delivers. */
    @Override
    public int available() {
        return 0;
    }

    @Override
    public void close() {}
}
