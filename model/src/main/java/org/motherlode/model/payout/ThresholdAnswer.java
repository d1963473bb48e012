package org.motherlode.model.payout;

import java.util.function.Function;

/** What a miner hears who wants another threshold: what he asked for, or why he does not get it. */
public sealed interface ThresholdAnswer<T> {
    <R> R fold(Function<T, R> given, Function<Refused<T>, R> refused);

    /** As asked. */
    record Given<T>(T value) implements ThresholdAnswer<T> {
        @Override
        public <R> R fold(Function<T, R> given, Function<Refused<T>, R> refused) {
            return given.apply(value);
        }
    }

    /** Nothing was changed. The sentence is for the miner. */
    record Refused<T>(Why why, String sentence) implements ThresholdAnswer<T> {
        @Override
        public <R> R fold(Function<T, R> given, Function<Refused<T>, R> refused) {
            return refused.apply(this);
        }
    }

    /** Kinds of refusals. */
    enum Why {
        /** No such threshold can be had. */
        THRESHOLD,
        /** What was sent does not prove that the address's owner wants it. */
        PROOF,
        /** This chain's wallets sign nothing. */
        NO_SIGNATURES,
        /** The pool's books do not know the address. */
        UNKNOWN,
        /** The address's last change is too young. */
        TOO_SOON
    }
}
