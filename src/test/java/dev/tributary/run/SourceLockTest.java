package dev.tributary.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testing.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SourceLockTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    @Parameter
    TestDatabase database;

    @Test
    void letsOneReadASourceAndAnotherReadAnother() {
        SourceLock lock = database.bean(SourceLock.class);
        try (SourceLock.Held mail = lock.tryAcquire("mailbox", AT_ONCE).orElseThrow();
                SourceLock.Held posts = lock.tryAcquire("x-mentions", AT_ONCE).orElseThrow()) {
            assertThat(mail).isNotEqualTo(posts);
            assertThat(lock.tryAcquire("mailbox", AT_ONCE)).isEmpty();
        }
        Optional<SourceLock.Held> again = lock.tryAcquire("mailbox", AT_ONCE);
        assertThat(again).isPresent();
        again.get().close();
    }

    @Test
    void waitsForWhoIsReading() throws Exception {
        SourceLock lock = database.bean(SourceLock.class);
        SourceLock.Held reading = lock.tryAcquire("mailbox", AT_ONCE).orElseThrow();
        CompletableFuture<Optional<SourceLock.Held>> waiting =
                CompletableFuture.supplyAsync(() -> lock.tryAcquire("mailbox", Duration.ofMinutes(1)));
        Thread.sleep(50);
        assertThat(waiting).isNotDone();
        reading.close();
        Optional<SourceLock.Held> next = waiting.get(30, TimeUnit.SECONDS);
        assertThat(next).isPresent();
        next.get().close();
    }
}
