package org.motherlode.model.stratum;

import java.time.Instant;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.work.Difficulty;

/** One logged-in connection. */
public record MinerFigures(
        MinerAddress address,
        String worker,
        String agent,
        Difficulty difficulty,
        long acceptedShares,
        long refusedShares,
        Instant since) {}
