package dev.tributary.extract;

import dev.tributary.definition.SftpExtract;
import dev.tributary.run.FailureCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Copies a file of another server to this one, as much as the listing announced and no more. */
@Component
class Download {

    private static final int BUFFER = 1 << 16;

    private final long largestFile;

    Download(ExtractSettings settings) {
        this.largestFile = settings.largestFile().toBytes();
    }

    /**
     * Whether all came that the listing announced.
     *
     * @throws SourceFailed where the file is too large, or there is no room for it here
     * @throws IOException where the server refuses it or breaks off
     */
    boolean of(RemoteFile file, Path copy) throws IOException {
        if (file.bytes() > largestFile) {
            throw new SourceFailed(
                    FailureCode.FILE_UNAVAILABLE,
                    "A file that matches "
                            + ((SftpExtract) file.run().source().extract()).path() + " on "
                            + file.server().where()
                            + " has more than " + largestFile
                            + " bytes; split it there, or raise tributary.extract.largest-file.");
        }
        try (InputStream in = file.server().client().read(file.path());
                OutputStream out = opened(copy)) {
            return copy(in, out, file.bytes()) == 0;
        }
    }

    /** How many bytes are missing. Those beyond are left: the file has grown, which its size tells afterwards. */
    private static long copy(InputStream in, OutputStream out, long bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long missing = bytes;
        while (missing > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, missing));
            if (read < 0) {
                return missing;
            }
            write(out, buffer, read);
            missing -= read;
        }
        return missing;
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException full) {
            throw unwritable(full);
        }
    }

    private static OutputStream opened(Path copy) {
        try {
            Files.createDirectories(copy.getParent());
            return Files.newOutputStream(copy);
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
    }

    private static SourceFailed unwritable(IOException cause) {
        return new SourceFailed(
                FailureCode.FILE_UNAVAILABLE,
                "The folder incoming/ below the home folder cannot be written ("
                        + cause.getClass().getSimpleName()
                        + "); see whether the disk is full and who owns the folder.");
    }
}
