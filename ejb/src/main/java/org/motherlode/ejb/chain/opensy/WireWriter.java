package org.motherlode.ejb.chain.opensy;

import java.io.ByteArrayOutputStream;

/** Writes the chain's binary form: numbers least significant byte first, lengths as CompactSize. */
final class WireWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    WireWriter octet(int value) {
        bytes.write(value);
        return this;
    }

    WireWriter octets(byte[] octets) {
        bytes.writeBytes(octets);
        return this;
    }

    WireWriter int32(long value) {
        return number(value, 4);
    }

    WireWriter int64(long value) {
        return number(value, 8);
    }

    /** CompactSize. */
    WireWriter size(long value) {
        if (value < 0xfd) {
            return octet((int) value);
        }
        if (value <= 0xffff) {
            return octet(0xfd).number(value, 2);
        }
        return value <= 0xffff_ffffL
                ? octet(0xfe).number(value, 4)
                : octet(0xff).number(value, 8);
    }

    /** With its length before it. */
    WireWriter sized(byte[] octets) {
        return size(octets.length).octets(octets);
    }

    int length() {
        return bytes.size();
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private WireWriter number(long value, int count) {
        for (int i = 0; i < count; i++) {
            bytes.write((int) (value >>> (8 * i)));
        }
        return this;
    }
}
