package org.motherlode.model.reward;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Divides a whole number by weights so that the parts sum to it exactly: each part rounded down, then the missing units
 * go one by one to the largest remainders, ties to the smaller owner. Independent of order, recomputable by anybody
 * (Hamilton's method).
 */
public final class LargestRemainder {
    private LargestRemainder() {}

    /** The weights must be positive and not empty. */
    public static SortedMap<String, BigInteger> divide(BigInteger whole, Map<String, BigInteger> weights) {
        BigInteger total = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        SortedMap<String, BigInteger> parts = new TreeMap<>();
        List<Remainder> remainders = new ArrayList<>();
        BigInteger missing = whole;
        for (Map.Entry<String, BigInteger> entry : weights.entrySet()) {
            BigInteger[] split = whole.multiply(entry.getValue()).divideAndRemainder(total);
            parts.put(entry.getKey(), split[0]);
            remainders.add(new Remainder(entry.getKey(), split[1]));
            missing = missing.subtract(split[0]);
        }
        remainders.sort(Comparator.comparing(Remainder::rest).reversed().thenComparing(Remainder::owner));
        remainders.stream()
                .limit(missing.intValueExact())
                .forEach(remainder -> parts.merge(remainder.owner(), BigInteger.ONE, BigInteger::add));
        return parts;
    }

    private record Remainder(String owner, BigInteger rest) {}
}
