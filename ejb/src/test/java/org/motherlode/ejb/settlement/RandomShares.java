package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.motherlode.model.share.ShareNumber;

/** Shares where sums of ten minutes might go wrong. */
final class RandomShares {
    static final int SHARES = 400;
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration SLICE = Duration.ofMinutes(10);

    private RandomShares() {}

    /** Many at, just before and just after the ends of slices, many at the same time, over the end of a day. */
    static List<WindowShare> shares(Random random, long epoch) {
        List<WindowShare> shares = new ArrayList<>();
        for (int sequence = 1; sequence <= SHARES; sequence++) {
            Instant slice = MIDNIGHT.plus(SLICE.multipliedBy(random.nextInt(12) * 13L - 20));
            Instant at =
                    switch (random.nextInt(5)) {
                        case 0 -> slice;
                        case 1 -> slice.minusNanos(1000);
                        case 2 -> slice.plusNanos(1000);
                        case 3 -> slice.plus(SLICE).minusNanos(1000);
                        default -> slice.plusMillis(random.nextInt(600_000));
                    };
            int bits = random.nextInt(10) == 0 ? 90 : 7;
            BigInteger difficulty = new BigInteger(bits, random).add(BigInteger.ONE);
            ShareNumber number = new ShareNumber(1 + random.nextInt(3), epoch, sequence);
            shares.add(new WindowShare(at, number, "miner-" + random.nextInt(6), difficulty));
        }
        return shares;
    }

    /** A share of them, mostly; else one that was never stored. */
    static WindowShare last(List<WindowShare> shares, Random random) {
        WindowShare share = shares.get(random.nextInt(shares.size()));
        return random.nextInt(5) > 0
                ? share
                : new WindowShare(
                        share.at().plusMillis(random.nextInt(3) * 300_000L),
                        new ShareNumber(2, share.number().epoch(), SHARES + 1),
                        "nobody",
                        BigInteger.ONE);
    }

    /** Up to more than there is, and often to an end of a share exactly, or one beside it. */
    static BigInteger size(List<WindowShare> shares, WindowShare last, Random random) {
        List<WindowShare> before = shares.stream()
                .filter(share -> share.compareTo(last) <= 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        BigInteger sum = before.stream()
                .limit(random.nextInt(before.size() + 1))
                .map(WindowShare::difficulty)
                .reduce(BigInteger.ZERO, BigInteger::add);
        return sum.add(BigInteger.valueOf(random.nextInt(3) - 1L)).max(BigInteger.ONE);
    }
}
