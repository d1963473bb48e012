package org.motherlode.model.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** A non-negative amount in atoms of one asset. Mixing assets or going below zero is a bug and throws. */
public record Money(BigInteger atoms, Asset asset) implements Comparable<Money> {
    private static final Pattern COINS = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,30})?");

    public Money {
        if (atoms.signum() < 0) {
            throw new IllegalArgumentException("money must not be negative: " + atoms + " " + asset.code());
        }
    }

    public static Money ofAtoms(long atoms, Asset asset) {
        return new Money(BigInteger.valueOf(atoms), asset);
    }

    /** Reads {@code 0.35}; empty for what is no such number, or has more decimals than the asset, zeros at its end apart. */
    public static Optional<Money> ofCoins(String coins, Asset asset) {
        if (!COINS.matcher(coins).matches()) {
            return Optional.empty();
        }
        BigDecimal atoms =
                new BigDecimal(coins).movePointRight(asset.decimals()).stripTrailingZeros();
        return atoms.scale() > 0 ? Optional.empty() : Optional.of(new Money(atoms.toBigIntegerExact(), asset));
    }

    public static Money zero(Asset asset) {
        return new Money(BigInteger.ZERO, asset);
    }

    public Money plus(Money other) {
        return new Money(atoms.add(same(other).atoms), asset);
    }

    /** Throws if {@code other} is more than this. */
    public Money minus(Money other) {
        return new Money(atoms.subtract(same(other).atoms), asset);
    }

    public boolean isZero() {
        return atoms.signum() == 0;
    }

    /** For people: the amount with all its decimals and the asset's code, for example {@code 0.350000000000 XMR}. */
    public String display() {
        return new BigDecimal(atoms, asset.decimals()).toPlainString() + " " + asset.code();
    }

    @Override
    public int compareTo(Money other) {
        return atoms.compareTo(same(other).atoms);
    }

    private Money same(Money other) {
        if (!asset.equals(other.asset)) {
            throw new IllegalArgumentException("cannot mix " + asset.code() + " and " + other.asset.code());
        }
        return other;
    }
}
