package org.motherlode.model.reward;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The shares that divide a block, summed by owner: newest first, by number and never by time alone. By what they end depends
 * on the scheme: at a size, of which the share at the edge counts only with the part that still fits; after so many shares;
 * at the block before; or with the block's own.
 *
 * @param finder of the block, also if he has no weight because his share was lost in a crash
 * @param weights difficulty that each owner has in the window, in order of owner
 * @param filled how much of the size is there: work where the size is work, shares where it is shares
 */
public record Window(String finder, SortedMap<String, BigInteger> weights, BigInteger filled, BigInteger size) {
    public Window {
        if (size.signum() <= 0 || filled.signum() < 0 || filled.compareTo(size) > 0) {
            throw new IllegalArgumentException("a window cannot be filled with " + filled + " of " + size);
        }
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }

    /** A window whose size is work, of which the weights are what is there. */
    public static Window ofWork(String finder, Map<String, BigInteger> weights, BigInteger size) {
        return new Window(finder, new TreeMap<>(weights), sum(weights), size);
    }

    /** A window of so many shares, of which {@code there} are there. */
    public static Window ofShares(String finder, Map<String, BigInteger> weights, long there, int shares) {
        return new Window(finder, new TreeMap<>(weights), BigInteger.valueOf(there), BigInteger.valueOf(shares));
    }

    /** A whole round: always full, unless no share is there. */
    public static Window ofRound(String finder, Map<String, BigInteger> weights) {
        return ofWork(finder, weights, sum(weights).max(BigInteger.ONE));
    }

    /** The finder's alone. */
    public static Window ofFinder(String finder) {
        return ofShares(finder, Map.of(finder, BigInteger.ONE), 1, 1);
    }

    private static BigInteger sum(Map<String, BigInteger> weights) {
        return weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
