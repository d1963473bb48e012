package org.motherlode.model.audit;

import java.math.BigInteger;

/**
 * What an owner has in a window and got of the block.
 *
 * @param weight difficulty of his shares, as far as they count; 0 only for who got a finder's bonus or a donation without one
 * @param credit atoms, with finder's bonus and donation; 0 while no reward is known
 * @param remainder of the division by which his part was rounded down: what the owners share times his weight, modulo the sum
 *     of the weights. The atoms that rounding leaves over go to the largest
 */
public record AuditLine(String owner, BigInteger weight, BigInteger credit, BigInteger remainder) {
    public AuditLine {
        if (owner.isEmpty() || owner.chars().anyMatch(letter -> letter <= ' ')) {
            throw new IllegalArgumentException("an owner has neither spaces nor line ends: '" + owner + "'");
        }
        if (weight.signum() < 0 || credit.signum() < 0 || remainder.signum() < 0) {
            throw new IllegalArgumentException("a weight, a credit and a remainder are not below 0: " + owner + " "
                    + weight + " " + credit + " " + remainder);
        }
        if (weight.signum() == 0 && credit.signum() == 0) {
            throw new IllegalArgumentException("an owner has a weight or a credit above 0: " + owner);
        }
    }

    /** The leaf of the Merkle tree: {@code owner weight credit}, without a line end. */
    public String leaf() {
        return owner + ' ' + weight + ' ' + credit;
    }

    /** The line of an owner, with its remainder worked out. */
    public static AuditLine of(String owner, BigInteger weight, BigInteger credit, Shared shared) {
        return new AuditLine(owner, weight, credit, shared.remainder(weight));
    }

    /**
     * What the owners divide by weight.
     *
     * @param atoms the reward without fee, donation, bonus and carry; 0 while no reward is known
     * @param weights the sum of all weights; 0 if nobody has any
     */
    public record Shared(BigInteger atoms, BigInteger weights) {
        BigInteger remainder(BigInteger weight) {
            return weights.signum() == 0
                    ? BigInteger.ZERO
                    : atoms.multiply(weight).mod(weights);
        }
    }
}
