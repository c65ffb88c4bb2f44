package dev.tributary.extract;

/** What has landed and stays on its server. */
interface LandedFiles {

    boolean knows(RemoteFile file);

    /** Call it once the file has landed. One that is too young is not kept in mind: it is fetched again, and known by its hash. */
    void keepInMind(RemoteFile file);
}
