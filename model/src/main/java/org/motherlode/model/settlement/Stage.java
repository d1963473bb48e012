package org.motherlode.model.settlement;

/**
 * The steps by which a block turns into money. Each is done once per block, whatever crashes; {@link #MATURE} and
 * {@link #LOSE} once more each time that the chain turns back.
 */
public enum Stage {
    /** The window is frozen; where the reward is known it is credited to the miners' immature accounts. */
    ALLOT,
    /** The block matured: immature becomes payable, to the final reward's last atom. */
    MATURE,
    /** The block was orphaned: what {@link #ALLOT} credited is reversed. */
    REVERSE,
    /**
     * The block was orphaned after it had matured: what miners were not paid yet is taken back, the rest is the pool's
     * loss.
     */
    LOSE
}
