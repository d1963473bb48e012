package org.motherlode.ejb.chain.monero;

import java.util.Arrays;

/** Reads CryptoNote's binary form from first byte to last. */
final class BlobReader {
    private final byte[] bytes;
    private int position;

    BlobReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int position() {
        return position;
    }

    boolean isAtEnd() {
        return position == bytes.length;
    }

    int octet(String what) throws UnreadableBlobException {
        require(1, what);
        return bytes[position++] & 0xff;
    }

    byte[] octets(int count, String what) throws UnreadableBlobException {
        require(count, what);
        position += count;
        return Arrays.copyOfRange(bytes, position - count, position);
    }

    void skip(long count, String what) throws UnreadableBlobException {
        require(count, what);
        position += (int) count;
    }

    /** A little-endian base-128 number of at most 63 bits (LEB128). */
    long varint(String what) throws UnreadableBlobException {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int octet = octet(what);
            value |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new UnreadableBlobException(what + " at byte " + position + " is longer than 63 bits");
    }

    private void require(long count, String what) throws UnreadableBlobException {
        if (count < 0 || count > bytes.length - position) {
            throw new UnreadableBlobException(
                    "the blob ends at byte " + bytes.length + ", inside " + what + " at byte " + position);
        }
    }
}
