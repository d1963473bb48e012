package org.motherlode.ra.session;

import org.motherlode.model.pool.ListenPort;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.stratum.PoolDoor;
import org.motherlode.ra.job.JobBoard;

/** A pool as its sessions see it. */
public record Lobby(PoolName pool, PoolDoor door, JobBoard board, VardiffSettings vardiff, LatePolicy late) {
    /** The same for those who come by one port. */
    public Lobby onPort(ListenPort port) throws SettingException {
        return new Lobby(pool, door, board, vardiff.onPort(port), late);
    }
}
