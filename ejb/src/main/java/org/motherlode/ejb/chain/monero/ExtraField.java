package org.motherlode.ejb.chain.monero;

import java.util.Optional;
import org.motherlode.model.bytes.Octets;

/**
 * The extra field of a miner transaction with exactly one transaction key and one nonce.
 *
 * @param nonceOffset of the nonce's first byte, from the field's first byte
 */
record ExtraField(Octets transactionKey, int nonceOffset, Octets nonce) {
    private static final int KEY = 0x01;
    private static final int NONCE = 0x02;
    private static final int MERGE_MINING = 0x03;

    static ExtraField read(byte[] bytes) throws UnreadableBlobException {
        BlobReader extra = new BlobReader(bytes);
        Optional<Octets> key = Optional.empty();
        Optional<Octets> nonce = Optional.empty();
        int offset = 0;
        while (!extra.isAtEnd()) {
            int tag = extra.octet("tag of the extra field");
            if (tag == KEY && key.isEmpty()) {
                key = Optional.of(Octets.of(extra.octets(Curve.BYTES, "transaction key")));
            } else if (tag == NONCE && nonce.isEmpty()) {
                int length = (int) Math.min(extra.varint("length of the extra nonce"), bytes.length);
                offset = extra.position();
                nonce = Optional.of(Octets.of(extra.octets(length, "extra nonce")));
            } else if (tag == MERGE_MINING) {
                extra.skip(extra.varint("length of the merge mining tag"), "merge mining tag");
            } else {
                throw new UnreadableBlobException("the extra field has a second or unknown part " + tag);
            }
        }
        if (key.isEmpty() || nonce.isEmpty()) {
            throw new UnreadableBlobException("the extra field has no transaction key or no nonce");
        }
        return new ExtraField(key.get(), offset, nonce.get());
    }
}
