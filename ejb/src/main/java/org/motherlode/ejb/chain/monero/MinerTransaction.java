package org.motherlode.ejb.chain.monero;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;

/**
 * Where a template's miner transaction stands in the blob and what it says. Offsets count from the blob's first byte.
 *
 * @param start of the transaction and of its prefix
 * @param prefixEnd one past the extra field, where the one byte of the (empty) RingCT part stands
 * @param extraStart first byte of the extra field's content
 * @param unlockTime the height from which on it can be spent
 * @param height of the block, from the generating input
 */
record MinerTransaction(
        int start, int prefixEnd, int extraStart, long unlockTime, long height, List<MinerTransaction.Output> outputs) {
    private static final int GENERATING_INPUT = 0xff;
    private static final int KEY_OUTPUT = 0x02;
    private static final int TAGGED_KEY_OUTPUT = 0x03;

    /** @param amount in atoms, at most 2^63 - 1 */
    record Output(long amount, Octets key, Optional<Byte> viewTag) {}

    MinerTransaction {
        outputs = List.copyOf(outputs);
    }

    /** The sum of all outputs in atoms: base reward and fees. */
    BigInteger reward() {
        return outputs.stream()
                .map(output -> BigInteger.valueOf(output.amount()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The reader stands at the transaction, and behind it afterwards. */
    static MinerTransaction read(BlobReader blob) throws UnreadableBlobException {
        int start = blob.position();
        require(blob.varint("transaction version") == 2, "the miner transaction is not of version 2");
        long unlockTime = blob.varint("unlock time");
        require(blob.varint("input count") == 1, "the miner transaction has not exactly one input");
        require(blob.octet("input type") == GENERATING_INPUT, "the miner transaction's input generates nothing");
        long height = blob.varint("height");
        List<Output> outputs = outputs(blob);
        long extraBytes = blob.varint("extra length");
        int extraStart = blob.position();
        blob.skip(extraBytes, "extra field");
        int prefixEnd = blob.position();
        require(blob.octet("RingCT type") == 0, "the miner transaction has a RingCT part");
        return new MinerTransaction(start, prefixEnd, extraStart, unlockTime, height, outputs);
    }

    private static List<Output> outputs(BlobReader blob) throws UnreadableBlobException {
        List<Output> outputs = new ArrayList<>();
        for (long left = blob.varint("output count"); left > 0; left--) {
            long amount = blob.varint("output amount");
            int type = blob.octet("output type");
            require(type == KEY_OUTPUT || type == TAGGED_KEY_OUTPUT, "output type " + type + " is not known");
            Octets key = Octets.of(blob.octets(Keccak.BYTES, "output key"));
            Optional<Byte> tag =
                    type == TAGGED_KEY_OUTPUT ? Optional.of((byte) blob.octet("view tag")) : Optional.empty();
            outputs.add(new Output(amount, key, tag));
        }
        return outputs;
    }

    private static void require(boolean holds, String otherwise) throws UnreadableBlobException {
        if (!holds) {
            throw new UnreadableBlobException(otherwise);
        }
    }
}
