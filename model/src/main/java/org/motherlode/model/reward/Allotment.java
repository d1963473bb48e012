package org.motherlode.model.reward;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.model.money.Money;

/**
 * A reward divided: fee, credits and carry sum to it exactly.
 *
 * @param donation part of the credits: that of the donation's address
 * @param bonus part of the credits: what the finder gets beside his part of the window
 * @param credits atoms by owner, those who get nothing left out; each is what the owner gets in all
 * @param carry what an unfilled window left over under {@link Unfilled#CARRY}, or all that was to be divided if there was no
 *     share
 */
public record Allotment(
        Money reward, Money fee, Money donation, Money bonus, SortedMap<String, BigInteger> credits, Money carry) {

    /** Divides the reward among the window under these terms. Pure and exact. */
    public static Allotment of(Money reward, Window window, SchemeTerms terms) {
        Money none = Money.zero(reward.asset());
        Money fee = terms.fee().of(reward);
        Optional<Donation> gift = terms.donation();
        Money donation = gift.map(to -> to.part().of(reward)).orElse(none);
        Money net = reward.minus(fee).minus(donation);
        Money bonus = terms.scheme().finderBonus().of(net);
        Money divided = net.minus(bonus);
        Money shared = shared(divided, window, terms.scheme().unfilled());
        SortedMap<String, BigInteger> credits =
                new TreeMap<>(shared.isZero() ? Map.of() : LargestRemainder.divide(shared.atoms(), window.weights()));
        credits.merge(window.finder(), bonus.atoms(), BigInteger::add);
        gift.ifPresent(to -> credits.merge(to.to().text(), donation.atoms(), BigInteger::add));
        credits.values().removeIf(atoms -> atoms.signum() == 0);
        return new Allotment(reward, fee, donation, bonus, credits, divided.minus(shared));
    }

    private static Money shared(Money divided, Window window, Unfilled unfilled) {
        if (window.filled().signum() == 0) {
            return Money.zero(divided.asset());
        }
        return switch (unfilled) {
            case SCALE -> divided;
            case CARRY -> new Money(divided.atoms().multiply(window.filled()).divide(window.size()), divided.asset());
        };
    }
}
