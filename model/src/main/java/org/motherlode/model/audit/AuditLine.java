package org.motherlode.model.audit;

import java.math.BigInteger;

/**
 * What an owner has in a window and got of the block.
 *
 * @param weight difficulty of his shares, as far as they count; above 0
 * @param credit atoms; 0 while no reward is known
 * @param remainder of the division by which his part was rounded down: what the owners share times his weight, modulo the sum
 *     of the weights. The atoms that rounding leaves over go to the largest
 */
public record AuditLine(String owner, BigInteger weight, BigInteger credit, BigInteger remainder) {
    public AuditLine {
        if (owner.isEmpty() || owner.chars().anyMatch(letter -> letter <= ' ')) {
            throw new IllegalArgumentException("an owner has neither spaces nor line ends: '" + owner + "'");
        }
        if (weight.signum() <= 0 || credit.signum() < 0 || remainder.signum() < 0) {
            throw new IllegalArgumentException("a weight is above 0, a credit and a remainder are not below it: "
                    + owner + " " + weight + " " + credit + " " + remainder);
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
     * @param atoms the reward without fee and carry; 0 while no reward is known
     * @param weights the sum of all weights
     */
    public record Shared(BigInteger atoms, BigInteger weights) {
        BigInteger remainder(BigInteger weight) {
            return atoms.multiply(weight).mod(weights);
        }
    }
}
