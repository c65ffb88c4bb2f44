package dev.tributary.definition;

/**
 * One thing that is wrong in a definition.
 *
 * @param file relative to the home folder, such as {@code jobs/sources/x.yaml}
 * @param line from 1; 0 where it is the whole file that is wrong
 * @param key the dotted way to the value, such as {@code extract.kind}; empty where no key is concerned
 * @param problem what is wrong
 * @param cure what would be right
 */
public record Problem(String file, int line, String key, String problem, String cure) {

    /** The problem in one line: {@code jobs/sources/x.yaml:7: extract.kind: 'ftp' is not known; use one of file, http}. */
    @Override
    public String toString() {
        String where = line > 0 ? file + ":" + line : file;
        String what = key.isEmpty() ? problem : key + ": " + problem;
        return (where + ": " + what + "; " + cure).replaceAll("\\R", " ");
    }
}
