package org.motherlode.ejb.chain.monero;

import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.NodeUnavailableException;

/** Where a node has a transaction. */
sealed interface TransactionPlace {
    record InBlock(long height) implements TransactionPlace {}

    record InPool() implements TransactionPlace {}

    record Nowhere() implements TransactionPlace {}

    /** Reads an answer of {@code /get_transactions} that was asked for this one transaction. */
    static TransactionPlace read(JsonFields answer, String id) throws NodeUnavailableException {
        for (JsonFields transaction : answer.objects("txs")) {
            if (transaction.id("tx_hash").equals(id)) {
                return transaction.flag("in_pool") ? new InPool() : new InBlock(transaction.count("block_height"));
            }
        }
        if (answer.texts("missed_tx").contains(id)) {
            return new Nowhere();
        }
        throw new NodeUnavailableException(answer.from() + " says nothing about transaction " + id);
    }
}
