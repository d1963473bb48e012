package org.motherlode.batch.pay;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.model.chain.MinerAddress;

/**
 * A chain and what its nodes remember. What was once handed to any node stays somewhere for ever and may be mined at any
 * time, also when our own node has forgotten it; only a block that spends the same output keeps it out. Reorganisations undo
 * fewer than {@link #FINAL} blocks.
 */
final class Network {
    static final int FINAL = 3;

    private final List<List<Chain.Signed>> blocks = new ArrayList<>();
    private final Map<String, Chain.Signed> pool = new LinkedHashMap<>();
    private final Map<String, Chain.Signed> abroad = new LinkedHashMap<>();

    /** Reaches some node of the network, and ours too if {@code here}. Gives whether our node has it now. */
    boolean offer(Chain.Signed transaction, boolean here) {
        abroad.putIfAbsent(transaction.id(), transaction);
        if (here && heightOf(transaction.id()).isEmpty() && isFree(transaction.output())) {
            pool.putIfAbsent(transaction.id(), transaction);
        }
        return here && (isInPool(transaction.id()) || heightOf(transaction.id()).isPresent());
    }

    /** Our node's pool goes into a block. */
    void mineHere() {
        mine(List.copyOf(pool.values()));
    }

    /** Somebody who remembers everything mines it, the newest or the oldest first. */
    void mineAbroad(boolean newestFirst) {
        List<Chain.Signed> all = new ArrayList<>(abroad.values());
        if (newestFirst) {
            Collections.reverse(all);
        }
        mine(all);
    }

    private void mine(List<Chain.Signed> wanted) {
        List<Chain.Signed> block = new ArrayList<>();
        blocks.add(block);
        for (Chain.Signed transaction : wanted) {
            if (spender(transaction.output()).isEmpty()) {
                block.add(transaction);
            }
        }
        pool.values().removeIf(waiting -> spender(waiting.output()).isPresent());
    }

    /** The newest blocks are replaced by one block more, which have what a stranger likes; ours are back in our pool. */
    void reorganise(int depth, boolean newestFirst) {
        int undone = Math.min(Math.min(depth, FINAL - 1), blocks.size());
        List<Chain.Signed> back = new ArrayList<>();
        for (int block = 0; block < undone; block++) {
            back.addAll(blocks.remove(blocks.size() - 1));
        }
        mineAbroad(newestFirst);
        for (int block = 0; block < undone; block++) {
            mine(List.of());
        }
        back.stream()
                .filter(transaction -> heightOf(transaction.id()).isEmpty() && isFree(transaction.output()))
                .forEach(transaction -> pool.put(transaction.id(), transaction));
    }

    /** The newest blocks are replaced by empty ones, and their transactions are nowhere near our node. */
    void reorganiseToNothing(int depth) {
        int undone = Math.min(Math.min(depth, FINAL - 1), blocks.size());
        for (int block = 0; block < undone; block++) {
            blocks.remove(blocks.size() - 1);
        }
        for (int block = 0; block <= undone; block++) {
            mine(List.of());
        }
    }

    void forget() {
        pool.clear();
    }

    /** The oldest output that neither the chain nor our node's pool has spent. */
    String freeOutput() {
        int number = 0;
        while (!isFree("output " + number)) {
            number++;
        }
        return "output " + number;
    }

    private boolean isFree(String output) {
        return spender(output).isEmpty() && !isSpentInPool(output);
    }

    boolean isInPool(String id) {
        return pool.containsKey(id);
    }

    boolean isSpentInPool(String output) {
        return pool.values().stream()
                .anyMatch(transaction -> transaction.output().equals(output));
    }

    /** The transaction of a block that uses this output. */
    Optional<Chain.Signed> spender(String output) {
        return blocks.stream()
                .flatMap(List::stream)
                .filter(transaction -> transaction.output().equals(output))
                .findFirst();
    }

    /** From 1 on. */
    Optional<Integer> heightOf(String id) {
        for (int height = 1; height <= blocks.size(); height++) {
            if (blocks.get(height - 1).stream()
                    .anyMatch(transaction -> transaction.id().equals(id))) {
                return Optional.of(height);
            }
        }
        return Optional.empty();
    }

    long confirmations(String id) {
        return heightOf(id).map(height -> blocks.size() - height + 1L).orElse(0L);
    }

    /** What each miner has received in the chain as it stands. */
    SortedMap<MinerAddress, BigInteger> paid() {
        SortedMap<MinerAddress, BigInteger> paid = new TreeMap<>();
        blocks.stream().flatMap(List::stream).forEach(transaction -> transaction
                .payments()
                .forEach((miner, atoms) -> paid.merge(miner, atoms, BigInteger::add)));
        return paid;
    }
}
