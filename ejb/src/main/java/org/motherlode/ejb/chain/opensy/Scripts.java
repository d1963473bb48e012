package org.motherlode.ejb.chain.opensy;

/** The little of the script language that a pool writes itself. */
final class Scripts {
    private static final int OP_1 = 0x51;
    /** Above that a push has an opcode of its own before its length. */
    private static final int LONGEST_SHORT_PUSH = 75;

    private Scripts() {}

    /**
     * What a coinbase script must begin with (BIP 34): the height as the script's number push, which from 1 to 16 is one opcode.
     */
    static byte[] height(long height) {
        if (height < 1) {
            throw new IllegalArgumentException("only the first block has no height to tell: " + height);
        }
        return height <= 16 ? new byte[] {(byte) (OP_1 - 1 + height)} : push(number(height));
    }

    /** Pushes at most 75 bytes. */
    static byte[] push(byte[] bytes) {
        if (bytes.length > LONGEST_SHORT_PUSH) {
            throw new IllegalArgumentException("a short push has at most 75 bytes, not " + bytes.length);
        }
        return new WireWriter().sized(bytes).toBytes();
    }

    /** Least significant byte first, as few as keep the top bit free, which is the sign. */
    private static byte[] number(long value) {
        WireWriter bytes = new WireWriter();
        long rest = value;
        for (; rest > 0x7f; rest >>>= 8) {
            bytes.octet((int) rest);
        }
        return bytes.octet((int) rest).toBytes();
    }
}
