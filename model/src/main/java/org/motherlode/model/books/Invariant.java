package org.motherlode.model.books;

/** What must hold of a pool's books at any time. One that is broken stops the pool's payouts. */
public enum Invariant {
    /** All balances of an asset sum to zero, and each is what its transfers say from the first on. */
    BALANCES("I1"),
    /** Fee, credits and carry of each block are what its frozen division says, and so sum to its reward. */
    BLOCKS("I2"),
    /** No miner's account is below zero. */
    OVERDRAFTS("I3"),
    /** The wallet, with what blocks will bring it, holds what is owed to miners. */
    FUNDS("I4"),
    /** Each payout's postings are its items and its network fee. */
    PAYMENTS("I5-books"),
    /** Each confirmed payout is in the chain with its amount, and nothing else left the wallet that is not booked. */
    MOVEMENTS("I5-wallet"),
    /** The shares that are still kept give the weights by which a block was divided. */
    WEIGHTS("I7"),
    /** The blocks that the wallet received are the pool's matured blocks. */
    INCOME("I8");

    private final String code;

    Invariant(String code) {
        this.code = code;
    }

    /** As stored, and as shown to people. */
    public String code() {
        return code;
    }
}
