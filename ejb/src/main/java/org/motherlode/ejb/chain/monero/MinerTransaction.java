package org.motherlode.ejb.chain.monero;

import java.math.BigInteger;

/**
 * Where a template's miner transaction stands in the blob and what it says. Offsets count from the blob's first byte.
 *
 * @param start of the transaction and of its prefix
 * @param prefixEnd one past the extra field, where the one byte of the (empty) RingCT part stands
 * @param extraStart first byte of the extra field's content
 * @param height of the block, from the generating input
 * @param reward the sum of all outputs in atoms: base reward and fees
 */
record MinerTransaction(int start, int prefixEnd, int extraStart, long height, BigInteger reward) {
    private static final int GENERATING_INPUT = 0xff;
    private static final int KEY_OUTPUT = 0x02;
    private static final int TAGGED_KEY_OUTPUT = 0x03;

    /** The reader stands at the transaction, and behind it afterwards. */
    static MinerTransaction read(BlobReader blob) throws UnreadableBlobException {
        int start = blob.position();
        require(blob.varint("transaction version") == 2, "the miner transaction is not of version 2");
        blob.varint("unlock time");
        require(blob.varint("input count") == 1, "the miner transaction has not exactly one input");
        require(blob.octet("input type") == GENERATING_INPUT, "the miner transaction's input generates nothing");
        long height = blob.varint("height");
        BigInteger reward = outputs(blob);
        long extraBytes = blob.varint("extra length");
        int extraStart = blob.position();
        blob.skip(extraBytes, "extra field");
        int prefixEnd = blob.position();
        require(blob.octet("RingCT type") == 0, "the miner transaction has a RingCT part");
        return new MinerTransaction(start, prefixEnd, extraStart, height, reward);
    }

    private static BigInteger outputs(BlobReader blob) throws UnreadableBlobException {
        BigInteger sum = BigInteger.ZERO;
        long count = blob.varint("output count");
        for (long i = 0; i < count; i++) {
            sum = sum.add(BigInteger.valueOf(blob.varint("output amount")));
            int type = blob.octet("output type");
            require(type == KEY_OUTPUT || type == TAGGED_KEY_OUTPUT, "output type " + type + " is not known");
            blob.skip(type == TAGGED_KEY_OUTPUT ? 33 : 32, "output key");
        }
        return sum;
    }

    private static void require(boolean holds, String otherwise) throws UnreadableBlobException {
        if (!holds) {
            throw new UnreadableBlobException(otherwise);
        }
    }
}
