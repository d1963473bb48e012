package org.motherlode.model.reward;

import java.math.BigInteger;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.model.money.Money;

/**
 * A reward divided: fee, credits and carry sum to it exactly.
 *
 * @param credits atoms by owner, those who get nothing left out
 * @param carry what an unfilled window left over under {@link Unfilled#CARRY}, or all of the net if there was no share
 */
public record Allotment(Money reward, Money fee, SortedMap<String, BigInteger> credits, Money carry) {

    /** Divides the reward among the window under these terms. Pure and exact. */
    public static Allotment of(Money reward, Window window, SchemeTerms terms) {
        Money fee = terms.fee().of(reward);
        Money net = reward.minus(fee);
        SortedMap<String, BigInteger> credits = new TreeMap<>();
        Money shared = shared(net, window, terms);
        if (!shared.isZero()) {
            credits.putAll(LargestRemainder.divide(shared.atoms(), window.weights()));
            credits.values().removeIf(atoms -> atoms.signum() == 0);
        }
        return new Allotment(reward, fee, credits, net.minus(shared));
    }

    private static Money shared(Money net, Window window, SchemeTerms terms) {
        if (window.filled().signum() == 0) {
            return Money.zero(net.asset());
        }
        return switch (terms.unfilled()) {
            case SCALE -> net;
            case CARRY -> new Money(net.atoms().multiply(window.filled()).divide(window.size()), net.asset());
        };
    }
}
