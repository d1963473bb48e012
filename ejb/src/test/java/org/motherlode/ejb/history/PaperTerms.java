package org.motherlode.ejb.history;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the operator and the miners want of payouts, on paper. */
final class PaperTerms {
    static final List<BigInteger> THRESHOLDS =
            List.of(BigInteger.ONE, new BigInteger("100000000000"), new BigInteger("300000000000"));
    /** Among them none, and one that a whole reward is above. */
    static final List<Optional<BigInteger>> BOUNDS = List.of(
            Optional.empty(),
            Optional.of(new BigInteger("120000000000")),
            Optional.of(new BigInteger("400000000000")),
            Optional.of(new BigInteger("900000000000")),
            Optional.of(new BigInteger("9000000000000000000000")));

    private final Set<String> held = new HashSet<>();
    private final Map<String, BigInteger> own = new HashMap<>();
    private BigInteger threshold = THRESHOLDS.get(1);
    private boolean paused;
    private Optional<BigInteger> perPayout = Optional.empty();
    private Optional<BigInteger> perDay = Optional.empty();
    private Optional<BigInteger> releaseAbove = Optional.empty();

    void bound(Optional<BigInteger> aPayout, Optional<BigInteger> aDay, Optional<BigInteger> persons) {
        perPayout = aPayout;
        perDay = aDay;
        releaseAbove = persons;
    }

    void pay(BigInteger from, boolean pause) {
        threshold = from;
        paused = pause;
    }

    BigInteger threshold() {
        return threshold;
    }

    boolean paused() {
        return paused;
    }

    Optional<BigInteger> perDay() {
        return perDay;
    }

    void hold(String miner, boolean holds) {
        if (holds) {
            held.add(miner);
        } else {
            held.remove(miner);
        }
    }

    void wants(String miner, BigInteger atoms) {
        own.put(miner, atoms);
    }

    /** Whether nothing of this miner's keeps so much of his from being paid. */
    boolean lets(String miner, BigInteger atoms) {
        BigInteger most = threshold.multiply(BigInteger.TEN);
        BigInteger wanted = own.getOrDefault(miner, BigInteger.ZERO).min(most);
        return !held.contains(miner) && atoms.compareTo(wanted) >= 0;
    }

    boolean needsPersons(BigInteger total) {
        return List.of(perPayout, perDay, releaseAbove).stream()
                .flatMap(Optional::stream)
                .anyMatch(bound -> total.compareTo(bound) > 0);
    }
}
