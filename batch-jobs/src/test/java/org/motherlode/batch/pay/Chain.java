package org.motherlode.batch.pay;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.model.chain.MinerAddress;

/** What is really paid: transactions by id, each of which uses up one output; of two that use the same, one is mined. */
final class Chain {
    static final long FINAL = 3;

    private final Map<String, Signed> pool = new LinkedHashMap<>();
    private final Map<String, Signed> mined = new LinkedHashMap<>();
    private final Map<String, Long> heights = new LinkedHashMap<>();
    private long height;

    record Signed(String id, String output, SortedMap<MinerAddress, BigInteger> payments) {}

    /** Takes it into the pool unless it is known, or what it uses is used. Gives whether the chain has it now. */
    boolean offer(Signed transaction) {
        if (isKnown(transaction.id())) {
            return true;
        }
        if (isTaken(pool, transaction.output()) || isTaken(mined, transaction.output())) {
            return false;
        }
        pool.put(transaction.id(), transaction);
        return true;
    }

    void mine() {
        height++;
        pool.forEach((id, transaction) -> {
            mined.put(id, transaction);
            heights.put(id, height);
        });
        pool.clear();
    }

    void mine(long blocks) {
        for (long block = 0; block < blocks; block++) {
            mine();
        }
    }

    /** The pool forgets what it has. */
    void forget() {
        pool.clear();
    }

    /** The newest block's transactions are back in the pool. */
    void reorganise() {
        heights.values().removeIf(at -> at == height);
        mined.entrySet().removeIf(entry -> {
            boolean undone = !heights.containsKey(entry.getKey());
            if (undone) {
                pool.put(entry.getKey(), entry.getValue());
            }
            return undone;
        });
        height = Math.max(0, height - 1);
    }

    /** Somebody else with the wallet's keys spends this output, unless it is taken. */
    void spendElsewhere(String output) {
        if (offer(new Signed("foreign " + output, output, new TreeMap<>()))) {
            mine();
        }
    }

    /** The oldest output that no block uses. */
    String freeOutput() {
        int number = 0;
        while (isTaken(mined, "output " + number)) {
            number++;
        }
        return "output " + number;
    }

    boolean isInPool(String id) {
        return pool.containsKey(id);
    }

    boolean isKnown(String id) {
        return pool.containsKey(id) || mined.containsKey(id);
    }

    Optional<Long> heightOf(String id) {
        return Optional.ofNullable(heights.get(id));
    }

    /** Confirmations of the block's transaction that uses this output; zero if none does. */
    long confirmationsOfSpender(String output) {
        return mined.values().stream()
                .filter(transaction -> transaction.output().equals(output))
                .mapToLong(transaction -> confirmations(transaction.id()))
                .findFirst()
                .orElse(0);
    }

    long confirmations(String id) {
        return heightOf(id).map(at -> height - at + 1).orElse(0L);
    }

    /** What each miner received in blocks. */
    SortedMap<MinerAddress, BigInteger> paid() {
        SortedMap<MinerAddress, BigInteger> paid = new TreeMap<>();
        mined.values()
                .forEach(transaction ->
                        transaction.payments().forEach((miner, atoms) -> paid.merge(miner, atoms, BigInteger::add)));
        return paid;
    }

    private static boolean isTaken(Map<String, Signed> transactions, String output) {
        return transactions.values().stream()
                .anyMatch(transaction -> transaction.output().equals(output));
    }
}
