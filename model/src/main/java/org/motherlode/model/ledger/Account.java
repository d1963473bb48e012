package org.motherlode.model.ledger;

import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;

/** An account: the pool's, with an empty owner, or a miner's, owned by its address. */
public record Account(PoolName pool, AccountKind kind, String owner) {
    public Account {
        if (kind.isMiners() == owner.isEmpty()) {
            throw new IllegalArgumentException(kind.text() + " has the wrong kind of owner: '" + owner + "'");
        }
    }

    public static Account of(PoolName pool, AccountKind kind) {
        return new Account(pool, kind, "");
    }

    public static Account of(PoolName pool, AccountKind kind, MinerAddress miner) {
        return new Account(pool, kind, miner.text());
    }

    /** The unique text form: {@code pool/kind} or {@code pool/kind/owner}. */
    public String key() {
        return owner.isEmpty() ? pool + "/" + kind.text() : pool + "/" + kind.text() + "/" + owner;
    }
}
