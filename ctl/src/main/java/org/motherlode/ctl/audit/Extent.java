package org.motherlode.ctl.audit;

import java.math.BigInteger;
import java.util.Optional;
import java.util.SortedMap;
import org.motherlode.model.audit.BlockAudit.Unit;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Window;
import org.motherlode.model.work.Difficulty;

/** What a bundle says of the size of its window. */
record Extent(Unit unit, BigInteger size, BigInteger filled, BigInteger weight) {
    static Extent read(Fields fields) throws UnreadableBundleException {
        String unit = fields.text("window.unit");
        return new Extent(
                switch (unit) {
                    case "WORK" -> Unit.WORK;
                    case "SHARES" -> Unit.SHARES;
                    default ->
                        throw new UnreadableBundleException("window.unit must be WORK or SHARES, not '" + unit + "'");
                },
                fields.whole("window.size"),
                fields.whole("window.filled"),
                fields.whole("window.weight"));
    }

    /** Whether unit, size and weight are those of the scheme. */
    void check(SchemeTerms terms, Difficulty network, Findings findings) {
        Should should = terms.scheme()
                .fold(
                        pplns -> pplns.length()
                                .fold(
                                        percent -> new Should(
                                                Unit.WORK,
                                                percent.size(network),
                                                percent.percent() + " % of the network's difficulty "
                                                        + network.value()),
                                        last -> new Should(
                                                Unit.SHARES,
                                                BigInteger.valueOf(last.shares()),
                                                "the last shares, whatever their difficulty")),
                        prop -> new Should(Unit.WORK, weight.max(BigInteger.ONE), "the work of the round"),
                        solo -> new Should(Unit.SHARES, BigInteger.ONE, "the finder alone"));
        findings.say(
                unit == should.unit(),
                "the window is measured in " + unit,
                "the window should be measured in " + should.unit() + ", and the bundle says " + unit);
        findings.same("the window's size, " + should.words() + ",", should.size(), size);
        findings.say(
                filled.compareTo(size) <= 0,
                "the window is filled to " + filled,
                "a window of " + size + " cannot be filled to " + filled);
        if (should.unit() == Unit.WORK) {
            findings.same("what fills the window, the sum of the weights,", weight, filled);
        } else {
            findings.say(
                    filled.compareTo(weight) <= 0 && filled.signum() == weight.signum(),
                    "shares of a weight of " + weight + " fill the window",
                    filled + " shares cannot have a weight of " + weight);
        }
    }

    /** Empty if it can be no window with these weights. */
    Optional<Window> window(String finder, SortedMap<String, BigInteger> weights) {
        BigInteger sum = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger fills = unit == Unit.WORK ? sum : filled;
        boolean can = size.signum() > 0
                && fills.compareTo(size) <= 0
                && fills.signum() == sum.signum()
                && fills.compareTo(BigInteger.valueOf(weights.size())) >= 0;
        return can ? Optional.of(new Window(finder, weights, fills, size)) : Optional.empty();
    }

    String words() {
        return size + " that is filled to " + filled;
    }

    /** @param words of what the size is */
    private record Should(Unit unit, BigInteger size, String words) {}
}
