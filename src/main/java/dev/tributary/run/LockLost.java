package dev.tributary.run;

/** The run may not commit any more: the lock by which it runs is lost, and another process may go on with it. */
public class LockLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LockLost() {
        super("the connection that held the run's lock ended; another process may go on with the run");
    }
}
