package org.motherlode.model.work;

import java.math.BigInteger;

/** How a chain reads the 32 bytes of a hash as a number. It belongs to the chain, not to the hash function. */
public enum HashOrder {
    /** First byte least significant: Monero, OpenSY. */
    LITTLE_ENDIAN {
        @Override
        public BigInteger value(Hash hash) {
            byte[] bytes = hash.octets().toBytes();
            for (int low = 0, high = bytes.length - 1; low < high; low++, high--) {
                byte kept = bytes[low];
                bytes[low] = bytes[high];
                bytes[high] = kept;
            }
            return new BigInteger(1, bytes);
        }
    },
    /** First byte most significant: Ethereum-like chains, TOS. */
    BIG_ENDIAN {
        @Override
        public BigInteger value(Hash hash) {
            return new BigInteger(1, hash.octets().toBytes());
        }
    };

    /** The hash as a number from 0 to 2^256 - 1. */
    public abstract BigInteger value(Hash hash);
}
