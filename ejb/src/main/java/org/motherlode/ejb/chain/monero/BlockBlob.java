package org.motherlode.ejb.chain.monero;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.motherlode.model.bytes.Octets;

/**
 * A block template taken apart: header | miner transaction | transaction count | transaction hashes. What does not depend
 * on the extra nonce is computed once, so that a job costs three short hashes and log n for the tree. Immutable.
 */
final class BlockBlob {
    static final int NONCE_BYTES = 4;
    private static final int NONCE_FIELD_TAG = 0x02;
    private static final byte[] HASH_OF_NO_RINGCT = Keccak.hash(new byte[1]);
    private static final byte[] NULL_HASH = new byte[Keccak.BYTES];

    private final byte[] bytes;
    private final Header header;
    private final MinerTransaction minerTransaction;
    private final int reservedOffset;
    private final MerkleBranch branch;
    private final byte[] leafCount;

    /** @param nonceOffset of the four nonce bytes: versions and time are varints, so it is 39 only for now */
    private record Header(long majorVersion, int nonceOffset, int end, Octets previousId) {}

    private BlockBlob(
            byte[] bytes, Header header, MinerTransaction miner, int reservedOffset, List<byte[]> transactions) {
        this.bytes = bytes;
        this.header = header;
        this.minerTransaction = miner;
        this.reservedOffset = reservedOffset;
        this.branch = MerkleBranch.besides(transactions);
        this.leafCount = varint(transactions.size() + 1);
    }

    /**
     * Reads a whole blob.
     *
     * @param reservedOffset of the {@code reservedBytes} that are ours to fill, as the node told it
     */
    static BlockBlob read(byte[] bytes, int reservedOffset, int reservedBytes) throws UnreadableBlobException {
        BlobReader blob = new BlobReader(bytes);
        Header header = header(blob);
        MinerTransaction miner = MinerTransaction.read(blob);
        boolean reserved = reservedOffset >= miner.extraStart() + 2
                && reservedOffset + reservedBytes <= miner.prefixEnd()
                && bytes[reservedOffset - 2] == NONCE_FIELD_TAG
                && bytes[reservedOffset - 1] == reservedBytes;
        if (!reserved) {
            throw new UnreadableBlobException(reservedBytes + " bytes are not reserved at byte " + reservedOffset);
        }
        List<byte[]> transactions = new ArrayList<>();
        for (long left = blob.varint("transaction count"); left > 0; left--) {
            transactions.add(blob.octets(Keccak.BYTES, "transaction hash"));
        }
        if (!blob.isAtEnd()) {
            throw new UnreadableBlobException("the blob goes on after its last transaction hash");
        }
        return new BlockBlob(bytes.clone(), header, miner, reservedOffset, transactions);
    }

    /** The miner transaction of a block of which nothing else is known. */
    static MinerTransaction minerTransactionOf(byte[] bytes) throws UnreadableBlobException {
        BlobReader blob = new BlobReader(bytes);
        header(blob);
        return MinerTransaction.read(blob);
    }

    private static Header header(BlobReader blob) throws UnreadableBlobException {
        long majorVersion = blob.varint("major version");
        blob.varint("minor version");
        blob.varint("timestamp");
        Octets previousId = Octets.of(blob.octets(Keccak.BYTES, "previous block id"));
        int nonceOffset = blob.position();
        blob.skip(NONCE_BYTES, "nonce");
        return new Header(majorVersion, nonceOffset, blob.position(), previousId);
    }

    long majorVersion() {
        return header.majorVersion();
    }

    /** Where the bytes begin that are ours to fill. */
    int reservedOffset() {
        return reservedOffset;
    }

    /** How many they are. */
    int reservedBytes() {
        return bytes[reservedOffset - 1] & 0xff;
    }

    int nonceOffset() {
        return header.nonceOffset();
    }

    Octets previousId() {
        return header.previousId();
    }

    MinerTransaction minerTransaction() {
        return minerTransaction;
    }

    /** The miner transaction's id: the hash of the hashes of prefix, empty RingCT base and absent RingCT rest. */
    byte[] minerTransactionHash(byte[] extraNonce) {
        byte[] prefix = Arrays.copyOfRange(bytes, minerTransaction.start(), minerTransaction.prefixEnd());
        System.arraycopy(extraNonce, 0, prefix, reservedOffset - minerTransaction.start(), extraNonce.length);
        return Keccak.hash(Keccak.hash(prefix), HASH_OF_NO_RINGCT, NULL_HASH);
    }

    /** What miners hash: header, tree root, number of leaves. The nonce is the template's. */
    byte[] hashingBlob(byte[] extraNonce) {
        byte[] root = branch.root(minerTransactionHash(extraNonce));
        byte[] blob = Arrays.copyOf(bytes, header.end() + root.length + leafCount.length);
        System.arraycopy(root, 0, blob, header.end(), root.length);
        System.arraycopy(leafCount, 0, blob, header.end() + root.length, leafCount.length);
        return blob;
    }

    /** The block's id: the hash of its hashing blob with its nonce, the blob's length written before it. */
    static byte[] id(byte[] hashingBlobWithNonce) {
        return Keccak.hash(varint(hashingBlobWithNonce.length), hashingBlobWithNonce);
    }

    /** The whole block, for {@code submit_block}. */
    byte[] filled(byte[] extraNonce, byte[] nonce) {
        byte[] block = bytes.clone();
        System.arraycopy(extraNonce, 0, block, reservedOffset, extraNonce.length);
        System.arraycopy(nonce, 0, block, header.nonceOffset(), NONCE_BYTES);
        return block;
    }

    static byte[] varint(int value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(5);
        int rest = value;
        for (; rest >= 0x80; rest >>>= 7) {
            bytes.write((rest & 0x7f) | 0x80);
        }
        bytes.write(rest);
        return bytes.toByteArray();
    }
}
