package org.motherlode.ejb.chain.opensy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;

/** Writes and reads the transactions of the stand-in's wallet, those without inputs too, which are no transactions yet. */
final class StandInTransactions {
    private StandInTransactions() {}

    static byte[] written(List<String> spent, List<Transaction.Output> outputs) {
        WireWriter out = new WireWriter().int32(2).size(spent.size());
        spent.forEach(outpoint -> input(out, outpoint));
        outputs(out, outputs);
        return out.int32(0).toBytes();
    }

    /** Each input with a witness as long as a signature and a key. */
    static byte[] signed(Transaction bare) {
        WireWriter out =
                new WireWriter().int32(2).octet(0).octet(1).size(bare.inputs().size());
        bare.inputs().forEach(input -> input(out, input.outpoint()));
        outputs(out, bare.outputs());
        bare.inputs().forEach(input -> out.size(2).sized(new byte[71]).sized(new byte[33]));
        return out.int32(0).toBytes();
    }

    private static void input(WireWriter out, String outpoint) {
        out.octets(BlockHash.bytes(outpoint.substring(0, 64)))
                .int32(Long.parseLong(outpoint.substring(65)))
                .size(0)
                .int32(0xffff_fffd);
    }

    private static void outputs(WireWriter out, List<Transaction.Output> outputs) {
        out.size(outputs.size());
        outputs.forEach(
                output -> out.int64(output.value()).sized(output.script().toBytes()));
    }

    /** One without inputs begins as if it had a witness; Core tells the two apart by trying. */
    static Transaction read(byte[] bytes) throws UnreadableBytesException {
        WireReader reader = new WireReader(bytes);
        reader.int32("version");
        if (reader.peek() != 0 || isWitnessed(bytes)) {
            return Transaction.of(bytes);
        }
        reader.size("input count");
        long outputs = reader.size("output count");
        List<Transaction.Output> read = new ArrayList<>();
        for (long left = outputs; left > 0; left--) {
            read.add(new Transaction.Output(reader.int64("value"), Octets.of(reader.sized("script"))));
        }
        return new Transaction("00".repeat(32), Octets.of(bytes), 0, List.of(), read);
    }

    private static boolean isWitnessed(byte[] bytes) {
        try {
            return !Transaction.of(bytes).inputs().isEmpty();
        } catch (UnreadableBytesException e) {
            return false;
        }
    }

    static Optional<StandInEntry> minedAt(StandInChain chain, String id) {
        return chain.best().stream()
                .filter(entry -> entry.block()
                        .filter(block -> block.transactions().stream()
                                .anyMatch(transaction -> transaction.id().equals(id)))
                        .isPresent())
                .findFirst();
    }
}
