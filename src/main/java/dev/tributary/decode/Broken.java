package dev.tributary.decode;

import dev.tributary.run.FailureCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read any further; the message is a sentence for people, without any of the content. */
final class Broken extends IOException {

    private final FailureCode code;

    private Broken(FailureCode code, String reason) {
        super(reason);
        this.code = code;
    }

    static Broken unreadable(String reason) {
        return new Broken(FailureCode.UNREADABLE, reason);
    }

    static Broken tooLarge(String reason) {
        return new Broken(FailureCode.TOO_LARGE, reason);
    }

    Payload.Unreadable at(long line) {
        return new Payload.Unreadable(line, code, getMessage());
    }

    /** Says for people what was thrown: the messages of parsers quote the content. */
    static Broken of(Throwable thrown) {
        Broken own = within(thrown);
        if (own != null) {
            return own;
        }
        if (thrown instanceof StackOverflowError) {
            return tooLarge("the record is nested deeper than can be read; have it sent flatter");
        }
        if (thrown instanceof NoSuchFileException) {
            return unreadable("the file is not there any more; have it delivered again");
        }
        if (thrown instanceof AccessDeniedException) {
            return unreadable("the file may not be read; give the user that runs this the right to read it");
        }
        return unreadable(
                thrown instanceof IOException
                        ? "the file cannot be read from the disk any further; check the disk and the file"
                        : "the file does not follow its format from here on; have it exported again");
    }

    private static @Nullable Broken within(@Nullable Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof Broken broken) {
                return broken;
            }
        }
        return null;
    }
}
