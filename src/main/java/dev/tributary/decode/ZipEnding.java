package dev.tributary.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The record that ends every ZIP archive (APPNOTE.TXT 4.3.16); an archive cut between two entries lacks only it. */
final class ZipEnding {

    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private ZipEnding() {}

    static boolean isAt(Path archive) throws IOException {
        try (FileChannel channel = FileChannel.open(archive)) {
            long size = channel.size();
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(size, LENGTH + LONGEST_COMMENT));
            channel.position(size - end.capacity());
            while (end.hasRemaining() && channel.read(end) >= 0) {
                continue;
            }
            return isIn(end.array());
        }
    }

    private static boolean isIn(byte[] bytes) {
        for (int i = bytes.length - LENGTH; i >= 0; i--) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6) {
                return true;
            }
        }
        return false;
    }
}
