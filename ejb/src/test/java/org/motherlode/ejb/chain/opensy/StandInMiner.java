package org.motherlode.ejb.chain.opensy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;

/** Mines on the stand-in without the pool's code: transactions and tree are put together as the chain demands, byte by byte. */
final class StandInMiner {
    private StandInMiner() {}

    static void mineOne(StandInChain chain, OpenSyAddress payTo) throws UnreadableBytesException {
        StandInEntry tip = chain.tip();
        List<StandInPool.Waiting> waiting = List.copyOf(chain.pool().all());
        List<Transaction> rest =
                waiting.stream().map(StandInPool.Waiting::transaction).toList();
        long fees = waiting.stream().mapToLong(StandInPool.Waiting::fee).sum();
        byte[] coinbase = coinbase(chain, payTo, fees, StandInChecks.commitment(rest));
        List<byte[]> leaves = new ArrayList<>();
        leaves.add(Sha256d.hash(coinbase));
        rest.forEach(transaction -> leaves.add(BlockHash.bytes(transaction.id())));
        long time = Math.max(chain.now(), chain.medianTime(tip) + 1);
        Optional<String> words = Optional.of("not mined");
        for (int nonce = 0; words.isPresent(); nonce++) {
            Header header = new Header(
                    0x20000000,
                    Octets.of(BlockHash.bytes(tip.id())),
                    Octets.of(StandInChecks.root(leaves)),
                    time,
                    chain.rules().bits(tip.time(), time),
                    nonce);
            WireWriter block = new WireWriter()
                    .octets(header.toBytes())
                    .size(rest.size() + 1)
                    .octets(coinbase);
            rest.forEach(transaction -> block.octets(transaction.bytes().toBytes()));
            words = chain.submit(block.toBytes());
            if (words.isPresent() && !words.get().equals("high-hash-randomx")) {
                throw new IllegalStateException("the stand-in takes no block of its own: " + words.get());
            }
        }
    }

    /** Without its witness, which the node fills in. */
    private static byte[] coinbase(StandInChain chain, OpenSyAddress payTo, long fees, byte[] commitment) {
        long height = chain.tip().height() + 1;
        byte[] number = height <= 16
                ? new byte[] {(byte) (0x50 + height)}
                : height <= 0x7f ? new byte[] {1, (byte) height} : new byte[] {2, (byte) height, (byte) (height >>> 8)};
        return new WireWriter()
                .int32(2)
                .octet(1)
                .octets(new byte[32])
                .int32(-1)
                .size(number.length + 5)
                .octets(number)
                .octet(4)
                .int32(chain.changes())
                .int32(-1)
                .octet(2)
                .int64(chain.rules().subsidy(height) + fees)
                .sized(payTo.script().toBytes())
                .int64(0)
                .sized(commitment)
                .int32(0)
                .toBytes();
    }
}
