package org.motherlode.ejb.chain.opensy;

import org.motherlode.model.bytes.Octets;

/**
 * The 80 bytes of a block's header. RandomX hashes all of them; their SHA256d is the block's id.
 *
 * @param previous the parent's id, in the order in which it stands in the header
 * @param root of the Merkle tree over the ids of all transactions
 * @param time in seconds, unsigned
 */
record Header(int version, Octets previous, Octets root, long time, CompactBits bits, int nonce) {
    static final int BYTES = 80;
    static final int NONCE_OFFSET = 76;
    static final int NONCE_BYTES = 4;

    byte[] toBytes() {
        return new WireWriter()
                .int32(version)
                .octets(previous.toBytes())
                .octets(root.toBytes())
                .int32(time)
                .int32(bits.bits())
                .int32(nonce)
                .toBytes();
    }

    static Header read(WireReader reader) throws UnreadableBytesException {
        return new Header(
                (int) reader.int32("version"),
                Octets.of(reader.octets(Sha256d.BYTES, "parent")),
                Octets.of(reader.octets(Sha256d.BYTES, "Merkle root")),
                reader.int32("time"),
                new CompactBits((int) reader.int32("bits")),
                (int) reader.int32("nonce"));
    }

    /** The id of the block with these 80 bytes, which is not its proof of work. */
    static String id(byte[] header) {
        return BlockHash.text(Sha256d.hash(header));
    }
}
