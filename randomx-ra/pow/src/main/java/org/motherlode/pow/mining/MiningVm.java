package org.motherlode.pow.mining;

import java.util.List;
import org.motherlode.model.pow.PowVm;
import org.motherlode.model.pow.SeedNotReadyException;

/** A machine that can also search. Not thread-safe. */
public interface MiningVm extends PowVm {
    /**
     * Tries {@code count} nonces (1 to 65536) from {@code firstNonce} on, and returns when all are tried: 64 last a fifth of a
     * second in fast mode, 8 in light mode.
     */
    List<Found> mine(Work work, long firstNonce, int count) throws SeedNotReadyException;
}
