package dev.tributary.stage;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is staged at a time.
 *
 * @param partitions how many partitions are staged at once; 0 takes as many as there are cores, from 2 to 8
 * @param chunk how many records are committed together; a run that was killed repeats at most so many in each partition
 */
@ConfigurationProperties("tributary.stage")
record StageSettings(
        @DefaultValue("0") int partitions,
        @DefaultValue("1000") int chunk) {

    private static final int FEWEST = 2;

    /** Each works on a connection of its own. */
    private static final int MOST = 8;

    StageSettings {
        if (partitions == 0) {
            partitions = Math.min(MOST, Math.max(FEWEST, Runtime.getRuntime().availableProcessors()));
        }
        between(1, 64, "partitions", partitions);
        between(1, 100_000, "chunk", chunk);
    }

    private static void between(int least, int most, String key, int value) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "tributary.stage." + key + " is " + value + ", but must be from " + least + " to " + most);
        }
    }
}
