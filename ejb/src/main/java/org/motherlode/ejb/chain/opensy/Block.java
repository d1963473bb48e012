package org.motherlode.ejb.chain.opensy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A whole block: header, number of transactions, transactions. */
record Block(Header header, List<Transaction> transactions) {
    Block {
        transactions = List.copyOf(transactions);
        if (transactions.isEmpty()) {
            throw new IllegalArgumentException("a block has at least one transaction");
        }
    }

    /** @param others what stands behind the first transaction, each as it is written with its witness */
    static byte[] bytes(byte[] header, byte[] coinbase, List<byte[]> others) {
        WireWriter block =
                new WireWriter().octets(header).size(others.size() + 1L).octets(coinbase);
        others.forEach(block::octets);
        return block.toBytes();
    }

    static Block read(byte[] bytes) throws UnreadableBytesException {
        WireReader reader = new WireReader(bytes);
        Header header = Header.read(reader);
        List<Transaction> transactions = new ArrayList<>();
        for (long left = reader.size("transaction count"); left > 0; left--) {
            transactions.add(Transaction.read(reader));
        }
        if (transactions.isEmpty() || !reader.isAtEnd()) {
            throw new UnreadableBytesException("the block has no transaction, or goes on behind its last one");
        }
        return new Block(header, transactions);
    }

    /** What the first transaction pays in all, in qirsh. */
    long reward() {
        return transactions.get(0).outputs().stream()
                .mapToLong(Transaction.Output::value)
                .sum();
    }

    /** @param outpoint {@code id:index} */
    Optional<Transaction> spenderOf(String outpoint) {
        return transactions.stream()
                .filter(transaction -> transaction.inputs().stream()
                        .anyMatch(input -> input.outpoint().equals(outpoint)))
                .findFirst();
    }
}
