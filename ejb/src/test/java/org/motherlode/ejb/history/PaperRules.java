package org.motherlode.ejb.history;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * By what a pool's blocks are divided, in the words of its settings. All numbers are those of docs/settlement.md.
 *
 * @param percent the window's work in percent of a block's difficulty; empty if it has none
 * @param shares the window's number of shares; empty if it has none
 * @param gift to whom the pool donates
 */
record PaperRules(
        String scheme,
        Optional<Integer> percent,
        Optional<Integer> shares,
        boolean carries,
        int bonus,
        Optional<String> gift) {
    static final int FEE = 137;
    static final int DONATION = 33;
    private static final List<PaperRules> ALL = List.of(
            pplns(Optional.of(100), Optional.empty(), false, 0),
            pplns(Optional.of(100), Optional.empty(), true, 0),
            pplns(Optional.of(250), Optional.empty(), true, 555),
            pplns(Optional.empty(), Optional.of(5), true, 1),
            pplns(Optional.empty(), Optional.of(3), false, 0),
            new PaperRules("prop", Optional.empty(), Optional.empty(), false, 0, Optional.empty()),
            new PaperRules("solo", Optional.empty(), Optional.empty(), false, 0, Optional.empty()));
    private static final List<Optional<String>> GIFTS =
            List.of(Optional.empty(), Optional.of("gift"), Optional.of("b"));

    static PaperRules of(int which, int how) {
        PaperRules rules = ALL.get(which % ALL.size());
        return new PaperRules(
                rules.scheme, rules.percent, rules.shares, rules.carries, rules.bonus, GIFTS.get(how % GIFTS.size()));
    }

    private static PaperRules pplns(Optional<Integer> percent, Optional<Integer> shares, boolean carries, int bonus) {
        return new PaperRules("pplns", percent, shares, carries, bonus, Optional.empty());
    }

    /** As the operator would write them down. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(
                Map.of("scheme", scheme, "fee.basis-points", Integer.toString(FEE), "payout.threshold", "0.1"));
        percent.ifPresent(number -> settings.put("window.percent", number.toString()));
        shares.ifPresent(number -> settings.put("window.shares", number.toString()));
        if (scheme.equals("pplns")) {
            settings.put("window.unfilled", carries ? "carry" : "scale");
        }
        if (bonus > 0) {
            settings.put("finder-bonus.basis-points", Integer.toString(bonus));
        }
        gift.ifPresent(to ->
                settings.putAll(Map.of("donation.basis-points", Integer.toString(DONATION), "donation.address", to)));
        return settings;
    }

    /** So many basis points of it, rounded down. */
    static BigInteger part(BigInteger whole, int basisPoints) {
        return whole.multiply(BigInteger.valueOf(basisPoints)).divide(BigInteger.valueOf(10_000));
    }
}
