package org.motherlode.ejb.chain.monero;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An address whose keys a test has, and signatures as a wallet makes them: Schnorr's, with a nonce that the test chooses. */
record TextSigner(BigInteger spend, BigInteger view) {
    static TextSigner of(long spend, long view) {
        return new TextSigner(BigInteger.valueOf(spend), BigInteger.valueOf(view));
    }

    private static byte[] point(BigInteger secret) {
        return Curve.BASE.times(secret).encoded();
    }

    /** A standard address of the main chain. */
    String address() {
        byte[] body = joined(new byte[] {18}, point(spend), point(view));
        return Base58Writing.encode(joined(body, Arrays.copyOf(Keccak.hash(body), 4)));
    }

    String bySpendKey(String text) {
        return signed("SigV2", hash(text, 0), spend);
    }

    String byViewKey(String text) {
        return signed("SigV2", hash(text, 1), view);
    }

    /** The form before wallet 0.17.2, which hashes only the text. */
    String old(String text) {
        return signed("SigV1", Keccak.hash(text.getBytes(StandardCharsets.UTF_8)), spend);
    }

    /** The same signature with its second half larger by the order: it fits the equation, and is not canonical. */
    String malleable(String text) {
        byte[] bytes = Base58.decode(bySpendKey(text).substring(5)).orElseThrow();
        BigInteger answer = Curve.number(Arrays.copyOfRange(bytes, 32, 64)).add(Curve.ORDER);
        return "SigV2" + Base58Writing.encode(joined(Arrays.copyOf(bytes, 32), little(answer)));
    }

    private byte[] hash(String text, int mode) {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        byte[] domain = joined("MoneroMessageSignature".getBytes(StandardCharsets.US_ASCII), new byte[1]);
        return Keccak.hash(
                domain, point(spend), point(view), new byte[] {(byte) mode}, BlockBlob.varint(data.length), data);
    }

    private static String signed(String head, byte[] hash, BigInteger secret) {
        BigInteger nonce = Curve.number(Keccak.hash(hash, little(secret))).mod(Curve.ORDER);
        byte[] commitment = Curve.BASE.times(nonce).encoded();
        BigInteger challenge =
                Curve.number(Keccak.hash(hash, point(secret), commitment)).mod(Curve.ORDER);
        BigInteger answer = nonce.subtract(challenge.multiply(secret)).mod(Curve.ORDER);
        return head + Base58Writing.encode(joined(little(challenge), little(answer)));
    }

    private static byte[] little(BigInteger number) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = number.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int filled = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, filled, part.length);
            filled += part.length;
        }
        return all;
    }
}
