package dev.tributary.extract;

/** What has landed and stays where it lies. */
interface LandedFiles {

    /** Whether the file has landed as it is, so that nobody need read it. */
    boolean knows(KeptFile file);

    /** Call it once the file has landed. One that is too young is not kept in mind: it is read again, and known by its hash. */
    void keepInMind(KeptFile file);
}
