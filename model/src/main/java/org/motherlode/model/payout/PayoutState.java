package org.motherlode.model.payout;

/** The life of a payout batch; every change is a committed row. */
public enum PayoutState {
    /** Money moved from payable to reserved; nothing left the house. */
    RESERVED,
    /** The signed transaction and its id are stored; it may have been sent. */
    PREPARED,
    /** The chain has shown it, in its pool or in a block. */
    SENT,
    /** Deep enough in the chain; reserved money left the wallet. */
    CONFIRMED,
    /** Provably never to be paid; reserved money went back to payable. */
    RELEASED,
    /** What the chain says cannot be explained: nothing more is paid from this wallet until a person decides. */
    REVIEW;

    public boolean isOpen() {
        return this != CONFIRMED && this != RELEASED;
    }
}
