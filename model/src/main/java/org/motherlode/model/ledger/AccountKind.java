package org.motherlode.model.ledger;

import java.util.Arrays;

/**
 * The accounts of a pool. Balances are credits minus debits over all transfers, so liabilities are never below zero,
 * assets never above, and all of them sum to zero.
 */
public enum AccountKind {
    /** Asset: spendable coins in the pool's wallet. */
    WALLET("wallet"),
    /** Asset: coins in blocks that are not spendable yet. */
    IMMATURE("immature"),
    /** The pool's own earnings; pays network fees where policy says so. May run below zero. */
    FEES("fees"),
    /** What an unfilled window left over. */
    CARRY("carry"),
    /** Losses by orphans that were paid already. May run below zero. */
    ORPHAN_LOSS("orphan-loss"),
    /** The operator's own coins that the wallet spent beyond what the pool had earned, as network fees can demand. */
    CAPITAL("capital"),
    /** Liability: a miner's part of blocks that are not mature. */
    MINER_IMMATURE("miner:immature"),
    /** Liability: what a miner can be paid. */
    MINER_PAYABLE("miner:payable"),
    /** Liability: what stands in a payout under way. */
    MINER_RESERVED("miner:reserved");

    private final String text;

    AccountKind(String text) {
        this.text = text;
    }

    /** As stored, and as shown to people. */
    public String text() {
        return text;
    }

    /** The kind with this {@link #text()}; any other text throws. */
    public static AccountKind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of account is called " + text));
    }

    public boolean isMiners() {
        return text.startsWith("miner:");
    }
}
