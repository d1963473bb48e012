package org.motherlode.ejb.chain.opensy;

import java.util.Optional;
import org.motherlode.model.bytes.Octets;

/**
 * A block's first transaction with room for an extra nonce. Its id is computed without the witness, so the witness is not touched
 * by the extra nonce and stands in the block only. Immutable.
 */
final class Coinbase {
    static final int EXTRA_NONCE_BYTES = 8;

    private static final int VERSION = 2;
    private static final int VERSION_BYTES = 4;
    private static final int LOCK_TIME_BYTES = 4;
    private static final int FINAL = 0xffff_ffff;
    private static final byte[] NOTHING = new byte[Sha256d.BYTES];

    private final byte[] bytes;
    private final int extraNonceOffset;
    private final boolean witness;

    private Coinbase(byte[] bytes, int extraNonceOffset, boolean witness) {
        this.bytes = bytes;
        this.extraNonceOffset = extraNonceOffset;
        this.witness = witness;
    }

    /**
     * The one that pays the pool.
     *
     * @param value in qirsh: subsidy and fees
     * @param commitment the script that commits to the witnesses, as the node made it; empty where it gave none
     */
    static Coinbase paying(CoinbaseTerms terms, long height, long value, Optional<Octets> commitment) {
        byte[] before = Scripts.height(height);
        byte[] text = terms.text().isEmpty() ? new byte[0] : Scripts.push(terms.textBytes());
        WireWriter out = new WireWriter()
                .int32(VERSION)
                .size(1)
                .octets(NOTHING)
                .int32(FINAL)
                .size(before.length + 1 + EXTRA_NONCE_BYTES + text.length)
                .octets(before)
                .octet(EXTRA_NONCE_BYTES);
        int extraNonceOffset = out.length();
        out.octets(new byte[EXTRA_NONCE_BYTES]).octets(text).int32(FINAL);
        out.size(commitment.isPresent() ? 2 : 1)
                .int64(value)
                .sized(terms.payTo().toBytes());
        commitment.ifPresent(script -> out.int64(0).sized(script.toBytes()));
        return new Coinbase(out.int32(0).toBytes(), extraNonceOffset, commitment.isPresent());
    }

    /** Its id as it stands in the tree. */
    byte[] id(byte[] extraNonce) {
        return Sha256d.hash(filled(extraNonce));
    }

    /** As it stands in a block: with the witness, 32 zero bytes, where it commits to witnesses (BIP 141). */
    byte[] inBlock(byte[] extraNonce) {
        byte[] filled = filled(extraNonce);
        if (!witness) {
            return filled;
        }
        WireReader parts = new WireReader(filled);
        int end = filled.length - LOCK_TIME_BYTES;
        return new WireWriter()
                .octets(parts.between(0, VERSION_BYTES))
                .octet(0)
                .octet(1)
                .octets(parts.between(VERSION_BYTES, end))
                .size(1)
                .sized(NOTHING)
                .octets(parts.between(end, filled.length))
                .toBytes();
    }

    private byte[] filled(byte[] extraNonce) {
        byte[] filled = bytes.clone();
        System.arraycopy(extraNonce, 0, filled, extraNonceOffset, EXTRA_NONCE_BYTES);
        return filled;
    }
}
