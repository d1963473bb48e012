package org.motherlode.model.payout;

/** What the chain, and not the wallet, says about a prepared payment. */
public sealed interface PaymentFate {
    <R> R fold(Cases<R> cases);

    /** One method for each fate. */
    interface Cases<R> {
        R unseen(Unseen unseen);

        R waiting(Waiting waiting);

        R mined(Mined mined);

        R dead(Dead dead);
    }

    /** No node knows it, and what it spends is unspent: sending it (again) is right. */
    record Unseen() implements PaymentFate {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.unseen(this);
        }
    }

    /** In the node's pool. */
    record Waiting() implements PaymentFate {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.waiting(this);
        }
    }

    /** In a block, with this many confirmations; {@code settled} once the chain's own rule calls it final. */
    record Mined(long height, long confirmations, boolean settled) implements PaymentFate {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.mined(this);
        }
    }

    /** What it spends was spent by another transaction that is final: it can never be paid. */
    record Dead(String why) implements PaymentFate {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.dead(this);
        }
    }
}
