package org.motherlode.ejb.chain.monero;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When each payment was first seen to have lost its outputs to another transaction. Open payments are asked about and confirmed
 * ones too, so there are several. Bounded: beyond that the one that was not asked about for longest is forgotten, which costs
 * time only.
 */
final class ForeignSpends {
    /** Twice as many as are asked about. */
    private static final int MOST = 1024;

    private final Map<String, ForeignSpend> first = new LinkedHashMap<>();

    synchronized Optional<ForeignSpend> of(String transactionId) {
        return Optional.ofNullable(first.get(transactionId));
    }

    synchronized void keep(String transactionId, ForeignSpend spend) {
        first.remove(transactionId); // it comes behind all others
        first.put(transactionId, spend);
        if (first.size() > MOST) {
            first.remove(first.keySet().iterator().next());
        }
    }

    synchronized void forget(String transactionId) {
        first.remove(transactionId);
    }
}
