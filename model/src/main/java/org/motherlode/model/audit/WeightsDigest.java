package org.motherlode.model.audit;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;

/** A window's fingerprint: SHA-256 over a line {@code owner, space, weight, line feed} per owner, in order of owner. */
public final class WeightsDigest {
    private WeightsDigest() {}

    /** 64 lower-case hex digits. */
    public static String of(SortedMap<String, BigInteger> weights) {
        MessageDigest digest = Sha256.begin();
        weights.forEach((owner, weight) -> digest.update(Sha256.utf8(owner + ' ' + weight + '\n')));
        return HexFormat.of().formatHex(digest.digest());
    }
}
