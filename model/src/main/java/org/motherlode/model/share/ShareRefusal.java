package org.motherlode.model.share;

/** Why a share was refused. A miner may be late without being wrong: only some of these say anything about its honesty. */
public enum ShareRefusal {
    STALE,
    DUPLICATE,
    LOW_DIFFICULTY,
    BAD_HASH,
    UNKNOWN_JOB,
    MALFORMED,
    /** Its miner says that it computed another function than the job asks for: a mistake that it owns up to. */
    WRONG_ALGORITHM,
    /** Its miner did the work and wrote the nonce where this chain has none; see {@link org.motherlode.model.chain.MisplacedNonce}. */
    MISPLACED_NONCE,
    THROTTLED,
    NOT_READY
}
