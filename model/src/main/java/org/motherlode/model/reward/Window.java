package org.motherlode.model.reward;

import java.math.BigInteger;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The last shares whose difficulties add up to a size: newest first, by number and never by time alone; of the share at
 * the edge only the part that still fits counts.
 *
 * @param weights what each owner has in the window, in order of owner
 * @param filled the sum of the weights, at most the size
 */
public record Window(SortedMap<String, BigInteger> weights, BigInteger filled, BigInteger size) {

    /** A window whose weights were summed elsewhere. */
    public static Window ofSums(Map<String, BigInteger> weights, BigInteger size) {
        BigInteger filled = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        return new Window(new TreeMap<>(weights), filled, size);
    }
}
