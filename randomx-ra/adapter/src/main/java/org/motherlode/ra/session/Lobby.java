package org.motherlode.ra.session;

import org.motherlode.model.pool.PoolName;
import org.motherlode.model.stratum.PoolDoor;
import org.motherlode.ra.job.JobBoard;

/** A pool as its sessions see it. */
public record Lobby(PoolName pool, PoolDoor door, JobBoard board, VardiffSettings vardiff, LatePolicy late) {}
