package dev.tributary.extract;

import java.util.List;

/** What has landed and stays where it lies. */
interface LandedFiles {

    /** Those of a source's files that have not landed as they are; in the same order. Nobody need read the others. */
    <T extends KeptFile> List<T> without(String source, List<T> files);

    /** Call it once the file has landed. One that is too young is not kept in mind: it is read again, and known by its hash. */
    void keepInMind(KeptFile file);
}
