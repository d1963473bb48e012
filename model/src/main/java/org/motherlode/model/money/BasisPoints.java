package org.motherlode.model.money;

import java.math.BigInteger;

/** A fraction in ten-thousandths, 0 to 10 000: a fee of 1 % is 100. */
public record BasisPoints(int value) {
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    public BasisPoints {
        if (value < 0 || value > 10_000) {
            throw new IllegalArgumentException("basis points must be 0 to 10000: " + value);
        }
    }

    /** This fraction of the amount, rounded down to whole atoms. */
    public Money of(Money amount) {
        BigInteger part = amount.atoms().multiply(BigInteger.valueOf(value)).divide(WHOLE);
        return new Money(part, amount.asset());
    }
}
