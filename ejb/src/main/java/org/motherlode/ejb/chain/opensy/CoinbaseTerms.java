package org.motherlode.ejb.chain.opensy;

import java.nio.charset.StandardCharsets;
import org.motherlode.model.bytes.Octets;

/**
 * What the pool puts into each of its blocks' first transactions.
 *
 * @param payTo the script of the pool's own address
 * @param text for everybody to read
 */
record CoinbaseTerms(Octets payTo, String text) {
    /** The chain wants at most 100 bytes in all, of which height and extra nonce take fewer than 20. */
    static final int LONGEST_TEXT = 60;

    CoinbaseTerms {
        if (!text.matches("[ -~]{0," + LONGEST_TEXT + "}")) {
            throw new IllegalArgumentException("the pool's text has at most 60 characters, all of them ASCII");
        }
    }

    byte[] textBytes() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
