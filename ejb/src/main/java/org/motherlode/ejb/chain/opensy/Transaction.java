package org.motherlode.ejb.chain.opensy;

import java.util.ArrayList;
import java.util.List;
import org.motherlode.model.bytes.Octets;

/**
 * A transaction, read.
 *
 * @param id as people read it; the witness has no part in it
 * @param bytes as it was written, witness included
 * @param virtualSize its weight in quarter units, rounded up: what fees are counted by
 */
record Transaction(String id, Octets bytes, long virtualSize, List<Input> inputs, List<Output> outputs) {
    /** @param outpoint what it spends, as {@code id:index} */
    record Input(String outpoint, Octets script) {}

    /** @param value in qirsh */
    record Output(long value, Octets script) {}

    Transaction {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Reads one that is all there is. */
    static Transaction of(byte[] bytes) throws UnreadableBytesException {
        WireReader reader = new WireReader(bytes);
        Transaction transaction = read(reader);
        if (!reader.isAtEnd()) {
            throw new UnreadableBytesException("they go on after the transaction's end");
        }
        return transaction;
    }

    /** The reader stands at the transaction, and behind it afterwards. */
    static Transaction read(WireReader reader) throws UnreadableBytesException {
        int start = reader.position();
        WireWriter bare = new WireWriter().octets(reader.octets(4, "version"));
        boolean witness = reader.peek() == 0;
        if (witness && (reader.octet("marker") != 0 || reader.octet("flag") != 1)) {
            throw new UnreadableBytesException("the transaction has neither inputs nor a witness");
        }
        int body = reader.position();
        List<Input> inputs = inputs(reader);
        List<Output> outputs = outputs(reader);
        bare.octets(reader.between(body, reader.position()));
        if (witness) {
            skipWitnesses(reader, inputs.size());
        }
        bare.octets(reader.octets(4, "lock time"));
        Octets bytes = Octets.of(reader.between(start, reader.position()));
        long weight = 3L * bare.length() + bytes.length();
        String id = BlockHash.text(Sha256d.hash(bare.toBytes()));
        return new Transaction(id, bytes, (weight + 3) / 4, inputs, outputs);
    }

    private static List<Input> inputs(WireReader reader) throws UnreadableBytesException {
        List<Input> inputs = new ArrayList<>();
        for (long left = reader.size("input count"); left > 0; left--) {
            String spent = BlockHash.text(reader.octets(Sha256d.BYTES, "id of what is spent"));
            long index = reader.int32("index of what is spent");
            inputs.add(new Input(spent + ":" + index, Octets.of(reader.sized("input script"))));
            reader.int32("sequence");
        }
        return inputs;
    }

    private static List<Output> outputs(WireReader reader) throws UnreadableBytesException {
        List<Output> outputs = new ArrayList<>();
        for (long left = reader.size("output count"); left > 0; left--) {
            outputs.add(new Output(reader.int64("output value"), Octets.of(reader.sized("output script"))));
        }
        return outputs;
    }

    private static void skipWitnesses(WireReader reader, int inputs) throws UnreadableBytesException {
        for (int input = 0; input < inputs; input++) {
            for (long left = reader.size("witness count"); left > 0; left--) {
                reader.sized("witness");
            }
        }
    }
}
