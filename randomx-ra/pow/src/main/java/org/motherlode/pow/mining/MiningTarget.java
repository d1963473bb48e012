package org.motherlode.pow.mining;

import java.math.BigInteger;
import java.util.function.Function;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;
import org.motherlode.model.work.HashOrder;

/** When a hash is a find. */
public sealed interface MiningTarget {
    <R> R fold(Function<Word, R> word, Function<Whole, R> whole);

    /** As cryptonote pools send it: the last eight bytes of the hash, little-endian and unsigned, must be below the limit. */
    static MiningTarget word(long limit) {
        return new Word(limit);
    }

    /** Exactly the difficulty, by the chain's order. */
    static MiningTarget of(Difficulty difficulty, HashOrder order) {
        byte[] padded = new byte[Hash.BYTES];
        byte[] bytes = difficulty.target().and(LARGEST).toByteArray();
        int from = Math.max(0, bytes.length - Hash.BYTES);
        System.arraycopy(bytes, from, padded, Hash.BYTES - (bytes.length - from), bytes.length - from);
        return new Whole(order, Octets.of(padded));
    }

    /** 2^256 - 1. */
    BigInteger LARGEST = BigInteger.ONE.shiftLeft(8 * Hash.BYTES).subtract(BigInteger.ONE);

    /** The limit is unsigned. */
    record Word(long limit) implements MiningTarget {
        @Override
        public <R> R fold(Function<Word, R> word, Function<Whole, R> whole) {
            return word.apply(this);
        }
    }

    /** The largest good hash as a number, most significant byte first; {@code order} is how the hash is read. */
    record Whole(HashOrder order, Octets bytes) implements MiningTarget {
        public Whole {
            if (bytes.length() != Hash.BYTES) {
                throw new IllegalArgumentException("a whole target has 32 bytes, not " + bytes.length());
            }
        }

        @Override
        public <R> R fold(Function<Word, R> word, Function<Whole, R> whole) {
            return whole.apply(this);
        }
    }
}
