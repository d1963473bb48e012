package org.motherlode.ejb.chain.opensy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.motherlode.model.bytes.Octets;

/** What can be spent after a chain of blocks. */
final class StandInCoins {
    private final Map<String, Coin> unspent = new LinkedHashMap<>();

    /** @param reward whether it is of a block's first transaction */
    record Coin(long value, Octets script, long height, boolean reward) {}

    static StandInCoins after(List<StandInEntry> chain) {
        StandInCoins coins = new StandInCoins();
        for (StandInEntry entry : chain) {
            entry.block().ifPresent(block -> {
                for (int i = 0; i < block.transactions().size(); i++) {
                    Transaction transaction = block.transactions().get(i);
                    transaction.inputs().forEach(input -> coins.unspent.remove(input.outpoint()));
                    coins.add(transaction, entry.height(), i == 0);
                }
            });
        }
        return coins;
    }

    Map<String, Coin> unspent() {
        return unspent;
    }

    private void add(Transaction transaction, long height, boolean reward) {
        for (int i = 0; i < transaction.outputs().size(); i++) {
            Transaction.Output output = transaction.outputs().get(i);
            unspent.put(transaction.id() + ":" + i, new Coin(output.value(), output.script(), height, reward));
        }
    }
}
