package dev.tributary.extract;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How patient and how generous we are with the source systems.
 *
 * @param firstRetry the pause before a request is sent again; it doubles each time
 * @param slowestRetry the longest such pause
 * @param longestWait the longest pause that a source may ask for; one that asks for more ends its run
 * @param largestAnswer the most bytes of one answer
 * @param largestFile the most bytes of one file that is fetched from another server
 * @param largestMail the most bytes of one mail; a larger one is noted and left in its mailbox
 */
@ConfigurationProperties("tributary.extract")
record ExtractSettings(
        @DefaultValue("1s") Duration firstRetry,
        @DefaultValue("1m") Duration slowestRetry,
        @DefaultValue("15m") Duration longestWait,
        @DefaultValue("32MB") DataSize largestAnswer,
        @DefaultValue("8GB") DataSize largestFile,
        @DefaultValue("32MB") DataSize largestMail) {

    ExtractSettings {
        positive("first-retry", firstRetry);
        positive("slowest-retry", slowestRetry);
        positive("longest-wait", longestWait);
        size("largest-answer", largestAnswer, 1L << 30, "1GB");
        size("largest-mail", largestMail, 32L << 20, "32MB"); // no record may be larger
        if (largestFile.toBytes() < 1) {
            throw new IllegalArgumentException("tributary.extract.largest-file must be above zero, such as 8GB");
        }
    }

    private static void size(String key, DataSize size, long most, String mostText) {
        if (size.toBytes() < 1 || size.toBytes() > most) {
            throw new IllegalArgumentException("tributary.extract." + key + " must be from 1B to " + mostText);
        }
    }

    private static void positive(String key, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("tributary.extract." + key + " must be above zero, such as 1s");
        }
    }
}
