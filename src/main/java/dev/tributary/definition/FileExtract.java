package dev.tributary.definition;

/**
 * Records from files.
 *
 * @param path a glob as of {@link java.nio.file.FileSystem#getPathMatcher}, relative to the home folder or absolute
 * @param keep whether the files stay where they lie; otherwise they are moved into the landing folder
 * @param options how the files are to be read
 */
public record FileExtract(String path, boolean keep, FileOptions options) implements Extract {

    @Override
    public String kind() {
        return "file";
    }
}
