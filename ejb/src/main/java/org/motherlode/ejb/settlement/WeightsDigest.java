package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** A window's fingerprint: SHA-256 over a line {@code owner, space, weight, line feed} per owner, in order of owner. */
final class WeightsDigest {
    private WeightsDigest() {}

    /** 64 lower-case hex digits. */
    static String of(SortedMap<String, BigInteger> weights) {
        StringBuilder text = new StringBuilder();
        weights.forEach(
                (owner, weight) -> text.append(owner).append(' ').append(weight).append('\n'));
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
