package org.motherlode.stratum.client;

import java.time.Duration;

/** Hears what happens. Called on the client's own thread, one call after the other; must return soon. */
public interface PoolListener {
    void loggedIn(PoolAddress pool);

    /** New work; what came before is out of date. */
    void job(PoolJob job);

    /** The connection is gone, or did not come about; there will be another attempt after the pause. */
    void disconnected(String why, Duration pause);

    /** The client has ended by itself and does not try again. */
    void gaveUp(Surrender surrender);
}
