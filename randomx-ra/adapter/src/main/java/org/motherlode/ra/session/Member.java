package org.motherlode.ra.session;

import java.util.Optional;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.wire.WorkForm;
import org.motherlode.model.work.Difficulty;

/** Whose work this is. {@code agent} is the miner's program as it names itself, harmless characters only. */
record Member(
        PoolName pool,
        MinerAddress address,
        WorkerName worker,
        String agent,
        Optional<Difficulty> fixed,
        WorkForm.Wish form) {
    Program program() {
        return Program.of(agent);
    }
}
