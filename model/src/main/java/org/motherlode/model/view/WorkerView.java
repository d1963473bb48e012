package org.motherlode.model.view;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.share.ShareRefusal;

/** One worker of a miner, its shares counted from the first one on; refused shares by reason. */
public record WorkerView(
        String name,
        BigInteger hashrate,
        long sharesValid,
        Map<ShareRefusal, Long> refused,
        Optional<Instant> lastShareAt,
        boolean online) {
    public WorkerView {
        refused = Map.copyOf(refused);
    }
}
