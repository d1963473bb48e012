package org.motherlode.ejb.threshold;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.ThresholdChallenge;
import org.motherlode.model.pool.PoolName;

/**
 * Knows the pool's own challenges without keeping them: half of a token is random, so that no two are alike, and half is a
 * keyed hash (HMAC-SHA-256, cut to 128 bits) of the challenge with that.
 *
 * @param key 32 bytes
 */
record ChallengeSeal(Octets key) {
    static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");
    private static final int HALF = 16;
    private static final HexFormat HEX = HexFormat.of();

    /** A new challenge; none is given twice. */
    ThresholdChallenge sealed(PoolName pool, MinerAddress miner, Money threshold, Instant until) {
        byte[] random = new byte[HALF];
        new SecureRandom().nextBytes(random);
        String half = HEX.formatHex(random);
        ThresholdChallenge open = new ThresholdChallenge(pool, miner, threshold, until, half);
        return new ThresholdChallenge(pool, miner, threshold, until, half + HEX.formatHex(mac(open.text())));
    }

    /** Whether it was made with this key, with nothing of it changed. */
    boolean isOurs(ThresholdChallenge challenge) {
        if (!TOKEN.matcher(challenge.token()).matches()) {
            return false;
        }
        byte[] token = HEX.parseHex(challenge.token());
        ThresholdChallenge open = new ThresholdChallenge(
                challenge.pool(),
                challenge.miner(),
                challenge.threshold(),
                challenge.until(),
                HEX.formatHex(token, 0, HALF));
        return MessageDigest.isEqual(mac(open.text()), Arrays.copyOfRange(token, HALF, 2 * HALF));
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.toBytes(), ALGORITHM));
            return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), HALF);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "ChallengeSeal";
    }
}
