package org.motherlode.ejb.history;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A reward divided, by the words of docs/settlement.md and by nothing of the server's code.
 *
 * @param credits who gets nothing is left out
 */
record PaperDivision(BigInteger fee, BigInteger carry, SortedMap<String, BigInteger> credits) {

    /**
     * A block as it was found.
     *
     * @param shares all up to the block's own, the oldest first
     * @param round where the round begins among them
     */
    record Found(String finder, List<PaperShare> shares, int round, BigInteger difficulty) {}

    /**
     * What a block is divided by.
     *
     * @param weights of the window
     * @param filled of its size, in the unit of the size
     */
    record Window(String finder, SortedMap<String, BigInteger> weights, BigInteger filled, BigInteger size) {

        static Window of(PaperRules rules, Found block) {
            String finder = block.finder();
            List<PaperShare> shares = block.shares();
            if (rules.scheme().equals("solo")) {
                return new Window(
                        finder, new TreeMap<>(Map.of(finder, BigInteger.ONE)), BigInteger.ONE, BigInteger.ONE);
            }
            if (rules.scheme().equals("prop")) {
                SortedMap<String, BigInteger> all = sum(shares.subList(block.round(), shares.size()));
                BigInteger work = total(all);
                return new Window(finder, all, work, work.max(BigInteger.ONE));
            }
            return rules.percent().isPresent()
                    ? ofWork(
                            finder,
                            shares,
                            workOf(block.difficulty(), rules.percent().get()))
                    : ofShares(finder, shares, rules.shares().orElseThrow());
        }

        private static BigInteger workOf(BigInteger difficulty, int percent) {
            return difficulty
                    .multiply(BigInteger.valueOf(percent))
                    .divide(BigInteger.valueOf(100))
                    .max(BigInteger.ONE);
        }

        private static Window ofWork(String finder, List<PaperShare> shares, BigInteger size) {
            List<PaperShare> counted = new ArrayList<>();
            BigInteger room = size;
            for (int place = shares.size() - 1; place >= 0 && room.signum() > 0; place--) {
                BigInteger part = shares.get(place).difficulty().min(room);
                counted.add(new PaperShare(shares.get(place).miner(), part));
                room = room.subtract(part);
            }
            return new Window(finder, sum(counted), size.subtract(room), size);
        }

        private static Window ofShares(String finder, List<PaperShare> shares, int size) {
            List<PaperShare> counted = shares.subList(Math.max(0, shares.size() - size), shares.size());
            return new Window(finder, sum(counted), BigInteger.valueOf(counted.size()), BigInteger.valueOf(size));
        }

        private static SortedMap<String, BigInteger> sum(List<PaperShare> shares) {
            SortedMap<String, BigInteger> weights = new TreeMap<>();
            shares.forEach(share -> weights.merge(share.miner(), share.difficulty(), BigInteger::add));
            return weights;
        }
    }

    static PaperDivision of(BigInteger reward, PaperRules rules, Window window) {
        BigInteger fee = PaperRules.part(reward, PaperRules.FEE);
        BigInteger donation = rules.gift().isPresent() ? PaperRules.part(reward, PaperRules.DONATION) : BigInteger.ZERO;
        BigInteger net = reward.subtract(fee).subtract(donation);
        BigInteger bonus = PaperRules.part(net, rules.bonus());
        BigInteger rest = net.subtract(bonus);
        BigInteger divided = rules.carries() ? rest.multiply(window.filled()).divide(window.size()) : rest;
        SortedMap<String, BigInteger> credits = largestRemainder(divided, window.weights());
        credits.merge(window.finder(), bonus, BigInteger::add);
        rules.gift().ifPresent(to -> credits.merge(to, donation, BigInteger::add));
        credits.values().removeIf(atoms -> atoms.signum() == 0);
        return new PaperDivision(fee, rest.subtract(divided), credits);
    }

    private record Part(String owner, BigInteger atoms, BigInteger remainder) {}

    private static SortedMap<String, BigInteger> largestRemainder(
            BigInteger whole, SortedMap<String, BigInteger> weights) {
        BigInteger total = total(weights);
        List<Part> parts = new ArrayList<>();
        weights.forEach((owner, weight) -> {
            BigInteger[] quotient = whole.multiply(weight).divideAndRemainder(total);
            parts.add(new Part(owner, quotient[0], quotient[1]));
        });
        parts.sort(Comparator.comparing(Part::remainder).reversed().thenComparing(Part::owner));
        SortedMap<String, BigInteger> credits = new TreeMap<>();
        BigInteger missing = whole;
        for (Part part : parts) {
            credits.put(part.owner(), part.atoms());
            missing = missing.subtract(part.atoms());
        }
        for (int place = 0; missing.signum() > 0; place++) {
            credits.merge(parts.get(place).owner(), BigInteger.ONE, BigInteger::add);
            missing = missing.subtract(BigInteger.ONE);
        }
        return credits;
    }

    private static BigInteger total(SortedMap<String, BigInteger> weights) {
        return weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
