package org.motherlode.ejb.chain.monero;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Points of the curve of Ed25519 (RFC 8032, 5.1), as far as a view key needs them: our Ed25519 library signs, but does not
 * multiply a stranger's point. In whole numbers, a millisecond for a multiplication, which takes the same steps whatever
 * the scalar.
 */
final class Curve {
    static final int BYTES = 32;
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    /** The order of the base point. */
    static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);
    private static final BigInteger ROOT_OF_MINUS_ONE =
            BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);
    private static final BigInteger ROOT_EXPONENT = P.add(BigInteger.valueOf(3)).shiftRight(3);
    private static final Point ZERO = new Point(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);
    static final Point BASE = decode(new byte[] {
                0x58, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66,
                0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66
            })
            .orElseThrow();

    private Curve() {}

    /** Extended coordinates: x = X/Z, y = Y/Z, T = XY/Z. */
    record Point(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {
        /** The complete formula of RFC 8032, 5.1.4: right for any two points. */
        Point plus(Point other) {
            BigInteger a = y.subtract(x).multiply(other.y.subtract(other.x)).mod(P);
            BigInteger b = y.add(x).multiply(other.y.add(other.x)).mod(P);
            BigInteger c = t.multiply(D).mod(P).multiply(other.t).shiftLeft(1).mod(P);
            BigInteger d = z.multiply(other.z).shiftLeft(1).mod(P);
            BigInteger e = b.subtract(a);
            BigInteger f = d.subtract(c);
            BigInteger g = d.add(c);
            BigInteger h = b.add(a);
            return new Point(
                    e.multiply(f).mod(P),
                    g.multiply(h).mod(P),
                    f.multiply(g).mod(P),
                    e.multiply(h).mod(P));
        }

        Point times(BigInteger scalar) {
            Point low = ZERO;
            Point high = this;
            for (int bit = 255; bit >= 0; bit--) {
                Point sum = low.plus(high);
                boolean set = scalar.testBit(bit);
                low = set ? sum : low.plus(low);
                high = set ? high.plus(high) : sum;
            }
            return low;
        }

        /** Times 8, which is three doublings. */
        Point timesCofactor() {
            Point twice = plus(this);
            Point fourTimes = twice.plus(twice);
            return fourTimes.plus(fourTimes);
        }

        /** y, least significant byte first, with the lowest bit of x as the highest bit. */
        byte[] encoded() {
            BigInteger inverse = z.modInverse(P);
            BigInteger affine = y.multiply(inverse).mod(P);
            boolean odd = x.multiply(inverse).mod(P).testBit(0);
            return littleEndian(odd ? affine.setBit(255) : affine);
        }
    }

    /** The point of 32 bytes; empty if they are no canonical spelling of one. */
    static Optional<Point> decode(byte[] bytes) {
        BigInteger number = number(bytes);
        BigInteger y = number.clearBit(255);
        if (bytes.length != BYTES || y.compareTo(P) >= 0) {
            return Optional.empty();
        }
        BigInteger square = y.multiply(y).mod(P);
        BigInteger xx = square.subtract(BigInteger.ONE)
                .multiply(square.multiply(D).add(BigInteger.ONE).modInverse(P))
                .mod(P);
        BigInteger root = xx.modPow(ROOT_EXPONENT, P);
        BigInteger x = root.multiply(root).mod(P).equals(xx)
                ? root
                : root.multiply(ROOT_OF_MINUS_ONE).mod(P);
        boolean odd = number.testBit(255);
        if (!x.multiply(x).mod(P).equals(xx) || (x.signum() == 0 && odd)) {
            return Optional.empty();
        }
        BigInteger chosen = x.testBit(0) == odd ? x : P.subtract(x);
        return Optional.of(
                new Point(chosen, y, BigInteger.ONE, chosen.multiply(y).mod(P)));
    }

    /** The number of these bytes, least significant first. */
    static BigInteger number(byte[] littleEndian) {
        byte[] big = new byte[littleEndian.length];
        for (int i = 0; i < big.length; i++) {
            big[i] = littleEndian[big.length - 1 - i];
        }
        return new BigInteger(1, big);
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] big = number.toByteArray();
        byte[] little = new byte[BYTES];
        for (int i = 0; i < Math.min(BYTES, big.length); i++) {
            little[i] = big[big.length - 1 - i];
        }
        return little;
    }
}
