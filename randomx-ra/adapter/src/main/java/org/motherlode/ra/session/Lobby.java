package org.motherlode.ra.session;

import java.time.InstantSource;
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

    /** A place for a miner that was let in. */
    Seat seat(Member member, Session.Hello hello, Services services) {
        long now = services.millis().getAsLong();
        SessionSettings settings = services.settings();
        JobShelf shelf = new JobShelf(hello.sessionId(), settings.jobsPerMiner(), settings.ownBlocksPerMiner());
        return new Seat(
                member,
                vardiff.vardiff(member, hello.startDifficulty(), now),
                new Seat.Work(shelf, new Succession(late)),
                InstantSource.system().instant());
    }
}
