package org.motherlode.ra.session;

import java.util.List;
import java.util.Optional;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.wire.WorkForm;
import org.motherlode.model.work.Difficulty;

/**
 * Whose work this is.
 *
 * @param agent the miner's program as it names itself, harmless characters only
 * @param algorithms what it can compute of what the pool may ask for; empty if it did not say
 */
record Member(
        PoolName pool,
        MinerAddress address,
        WorkerName worker,
        String agent,
        List<String> algorithms,
        Optional<Difficulty> fixed,
        WorkForm.Wish form) {
    Member {
        algorithms = List.copyOf(algorithms);
    }

    Program program() {
        return Program.of(agent);
    }
}
