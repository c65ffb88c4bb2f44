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
 */
@ConfigurationProperties("tributary.extract")
record ExtractSettings(
        @DefaultValue("1s") Duration firstRetry,
        @DefaultValue("1m") Duration slowestRetry,
        @DefaultValue("15m") Duration longestWait,
        @DefaultValue("32MB") DataSize largestAnswer,
        @DefaultValue("8GB") DataSize largestFile) {

    ExtractSettings {
        positive("first-retry", firstRetry);
        positive("slowest-retry", slowestRetry);
        positive("longest-wait", longestWait);
        if (largestAnswer.toBytes() < 1 || largestAnswer.toBytes() > 1L << 30) {
            throw new IllegalArgumentException("tributary.extract.largest-answer must be from 1B to 1GB");
        }
        if (largestFile.toBytes() < 1) {
            throw new IllegalArgumentException("tributary.extract.largest-file must be above zero, such as 8GB");
        }
    }

    private static void positive(String key, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("tributary.extract." + key + " must be above zero, such as 1s");
        }
    }
}
