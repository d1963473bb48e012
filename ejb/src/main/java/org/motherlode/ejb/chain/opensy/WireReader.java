package org.motherlode.ejb.chain.opensy;

import java.util.Arrays;

/** Reads the chain's binary form from first byte to last. */
final class WireReader {
    private final byte[] bytes;
    private int position;

    WireReader(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    int position() {
        return position;
    }

    boolean isAtEnd() {
        return position == bytes.length;
    }

    /** What the next byte is, without reading it; -1 at the end. */
    int peek() {
        return isAtEnd() ? -1 : bytes[position] & 0xff;
    }

    byte[] octets(long count, String what) throws UnreadableBytesException {
        if (count < 0 || count > bytes.length - position) {
            throw new UnreadableBytesException(
                    "they end at byte " + bytes.length + ", inside " + what + " at byte " + position);
        }
        position += (int) count;
        return Arrays.copyOfRange(bytes, position - (int) count, position);
    }

    /** What was read between two places. */
    byte[] between(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    int octet(String what) throws UnreadableBytesException {
        return octets(1, what)[0] & 0xff;
    }

    long int32(String what) throws UnreadableBytesException {
        return number(4, what);
    }

    long int64(String what) throws UnreadableBytesException {
        return number(8, what);
    }

    /** CompactSize; one that is not in its shortest form is none. */
    long size(String what) throws UnreadableBytesException {
        int first = octet(what);
        if (first < 0xfd) {
            return first;
        }
        long value = first == 0xfd ? number(2, what) : first == 0xfe ? number(4, what) : number(8, what);
        long least = first == 0xfd ? 0xfd : first == 0xfe ? 0x1_0000 : 0x1_0000_0000L;
        if (value < least) {
            throw new UnreadableBytesException("the length of " + what + " is not in its shortest form");
        }
        return value;
    }

    /** Bytes with their length before them. */
    byte[] sized(String what) throws UnreadableBytesException {
        return octets(size(what), what);
    }

    private long number(int count, String what) throws UnreadableBytesException {
        byte[] octets = octets(count, what);
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = (value << 8) | (octets[i] & 0xff);
        }
        return value;
    }
}
