package org.motherlode.model.chain;

import org.motherlode.model.money.Money;

/** What became of a block. A DAG's side block or an uncle is {@link Matured} with a part of the reward. */
public sealed interface BlockFate {
    <R> R fold(Cases<R> cases);

    /** One method for each fate. */
    interface Cases<R> {
        R pending(Pending pending);

        R matured(Matured matured);

        R orphaned(Orphaned orphaned);

        R unknown(Unknown unknown);
    }

    /** On the main chain with this many blocks from it to the tip, itself included, of those that maturity needs. */
    record Pending(long confirmations, long required) implements BlockFate {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.pending(this);
        }
    }

    /** Spendable; {@code reward} is final and includes what the block's transactions paid. */
    record Matured(Money reward) implements BlockFate {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.matured(this);
        }
    }

    /** Another block has its place, for so many blocks that it will stay so. */
    record Orphaned(String why) implements BlockFate {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.orphaned(this);
        }
    }

    /** The node does not know it (yet), or cannot tell: submit it again and go on asking. */
    record Unknown(String why) implements BlockFate {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.unknown(this);
        }
    }
}
