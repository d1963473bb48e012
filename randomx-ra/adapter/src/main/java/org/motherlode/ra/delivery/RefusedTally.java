package org.motherlode.ra.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.share.RefusedCount;
import org.motherlode.model.share.ShareRefusal;

/**
 * Refused shares of miners whose connection had a good one, since the last batch. Counted in memory only: a crash loses them, and a flood of
 * names beyond the bound is seen in the adapter's figures alone.
 */
public final class RefusedTally {
    private record Kind(PoolName pool, MinerAddress miner, String worker, ShareRefusal why) {}

    private final int mostKinds;
    private final Map<Kind, Long> counts = new HashMap<>();

    public RefusedTally(int mostKinds) {
        this.mostKinds = mostKinds;
    }

    /** False if there is no room for another worker or reason. */
    public synchronized boolean add(PoolName pool, MinerAddress miner, String worker, ShareRefusal why) {
        Kind kind = new Kind(pool, miner, worker, why);
        boolean room = counts.size() < mostKinds || counts.containsKey(kind);
        if (room) {
            counts.merge(kind, 1L, Long::sum);
        }
        return room;
    }

    /** How many are counted apart now. */
    public synchronized int kinds() {
        return counts.size();
    }

    /** What was counted since the last call. */
    synchronized List<RefusedCount> drain() {
        List<RefusedCount> drained = new ArrayList<>(counts.size());
        counts.forEach((kind, count) ->
                drained.add(new RefusedCount(kind.pool(), kind.miner(), kind.worker(), kind.why(), count)));
        counts.clear();
        return drained;
    }
}
