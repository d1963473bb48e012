package org.motherlode.model.settlement;

/** The steps by which a block turns into money. Each is done once per block, whatever crashes. */
public enum Stage {
    /** The window is frozen; where the reward is known it is credited to the miners' immature accounts. */
    ALLOT,
    /** The block matured: immature becomes payable, to the final reward's last atom. */
    MATURE,
    /** The block was orphaned: what {@link #ALLOT} credited is reversed. */
    REVERSE
}
