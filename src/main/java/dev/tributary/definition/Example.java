package dev.tributary.definition;

import java.util.List;

/**
 * What lies in {@code mappings/samples/NAME/}: a source as a user would declare it for this mapping, and payloads with what is
 * expected of them.
 */
public record Example(SourceDefinition source, List<Sample> samples) {

    public Example {
        samples = List.copyOf(samples);
    }

    /**
     * @param file its path below the home folder
     * @param payload as the source gives it
     * @param expected the canonical records, as a JSON list
     */
    public record Sample(String file, byte[] payload, String expected) {

        /** The file's own name, whose ending tells its format. */
        public String name() {
            return file.substring(file.lastIndexOf('/') + 1);
        }

        @Override
        public String toString() {
            return file;
        }
    }
}
