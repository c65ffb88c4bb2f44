package dev.tributary.doctor;

import java.util.List;

/** Java itself, and the memory that it may take. */
final class JavaVersion implements Look {

    private static final int OLDEST = 17;
    private static final long LEAST_MEMORY = 400L << 20;

    private final int feature;
    private final long memory;

    JavaVersion(int feature, long memory) {
        this.feature = feature;
        this.memory = memory;
    }

    JavaVersion() {
        this(Runtime.version().feature(), Runtime.getRuntime().maxMemory());
    }

    @Override
    public List<Finding> look() {
        if (feature < OLDEST) {
            return List.of(Finding.fail("Java " + feature + " is too old", "Install Java " + OLDEST + " or later."));
        }
        String said = "Java " + feature + ", up to " + Sizes.text(memory) + " of memory";
        return List.of(
                memory < LEAST_MEMORY
                        ? Finding.warn(said, "Give it 512 MB at least: JAVA_TOOL_OPTIONS=-Xmx512m.")
                        : Finding.good(said));
    }
}
