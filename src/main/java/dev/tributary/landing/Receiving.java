package dev.tributary.landing;

import java.time.Instant;
import java.util.Collection;

/** Where what is pushed to us is put. */
public interface Receiving {

    /**
     * Lands what somebody pushed to us, outside of any run, unless it has landed before. When this returns it is on the disk and in
     * the ledger, whatever happens then.
     *
     * @throws LandingFailed where the landing folder cannot be written
     */
    Reception receive(String source, Delivery delivery, Imprint imprint);

    /** Forgets what was pushed before that time, so that it would land again; tells how many deliveries were forgotten. */
    int forget(Collection<String> sources, Instant before);
}
