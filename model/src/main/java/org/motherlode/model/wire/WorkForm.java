package org.motherlode.model.wire;

import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.job.OpenBlock;
import org.motherlode.model.work.Difficulty;

/** How a miner is given its work. */
public sealed interface WorkForm {
    /** The bytes to hash; what nearly all miners want. */
    record Hashing() implements WorkForm {}

    /**
     * What the miner's own node needs to make a block of its own: it answers with a {@link Request.Propose}.
     *
     * @param payTo whom the block must pay
     * @param extraNonce that must stand in the block
     */
    record Choosing(String payTo, ExtraNonce extraNonce) implements WorkForm {}

    /**
     * A whole block, of which a proxy makes jobs by filling in bytes of its own.
     *
     * @param network what a block needs, told beside the difficulty of the job
     */
    record Filling(OpenBlock open, Difficulty network) implements WorkForm {}

    /** What a miner wants when it logs in. */
    enum Wish {
        HASHING,
        CHOOSING,
        FILLING
    }
}
