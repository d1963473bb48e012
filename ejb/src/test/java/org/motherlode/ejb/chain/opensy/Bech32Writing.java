package org.motherlode.ejb.chain.opensy;

/** Writes Bech32, which the pool never does: for addresses that tests refuse. */
final class Bech32Writing {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    private Bech32Writing() {}

    /** The form of the checksum need not be that of the version. */
    static String address(String prefix, int version, byte[] program, Bech32.Form form) {
        StringBuilder digits = new StringBuilder().append(ALPHABET.charAt(version));
        int held = 0;
        int bits = 0;
        for (byte octet : program) {
            held = ((held << 8) | (octet & 0xff)) & 0xffff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                digits.append(ALPHABET.charAt((held >>> bits) & 31));
            }
        }
        if (bits > 0) {
            digits.append(ALPHABET.charAt((held << (5 - bits)) & 31));
        }
        return prefix + "1" + digits + checksum(prefix, digits.toString(), form == Bech32.Form.BECH32 ? 1 : 0x2bc830a3);
    }

    private static String checksum(String prefix, String digits, int sum) {
        int state = 1;
        for (int i = 0; i < prefix.length(); i++) {
            state = step(state, prefix.charAt(i) >>> 5);
        }
        state = step(state, 0);
        for (int i = 0; i < prefix.length(); i++) {
            state = step(state, prefix.charAt(i) & 31);
        }
        for (int i = 0; i < digits.length(); i++) {
            state = step(state, ALPHABET.indexOf(digits.charAt(i)));
        }
        for (int i = 0; i < 6; i++) {
            state = step(state, 0);
        }
        int rest = state ^ sum;
        StringBuilder checksum = new StringBuilder();
        for (int i = 5; i >= 0; i--) {
            checksum.append(ALPHABET.charAt((rest >>> (5 * i)) & 31));
        }
        return checksum.toString();
    }

    private static int step(int state, int digit) {
        int[] generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
        int top = state >>> 25;
        int next = ((state & 0x1ffffff) << 5) ^ digit;
        for (int i = 0; i < 5; i++) {
            next ^= ((top >>> i) & 1) == 0 ? 0 : generator[i];
        }
        return next;
    }
}
