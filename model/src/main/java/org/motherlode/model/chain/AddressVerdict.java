package org.motherlode.model.chain;

import java.util.function.Function;

/** Either an address in its canonical spelling or a sentence that tells the miner what is wrong with it. */
public sealed interface AddressVerdict {
    <R> R fold(Function<Payable, R> payable, Function<Refused, R> refused);

    /** An address that can be paid. */
    record Payable(MinerAddress address) implements AddressVerdict {
        @Override
        public <R> R fold(Function<Payable, R> payable, Function<Refused, R> refused) {
            return payable.apply(this);
        }
    }

    /** The sentence is shown to the miner as it stands. */
    record Refused(String sentence) implements AddressVerdict {
        @Override
        public <R> R fold(Function<Payable, R> payable, Function<Refused, R> refused) {
            return refused.apply(this);
        }
    }
}
