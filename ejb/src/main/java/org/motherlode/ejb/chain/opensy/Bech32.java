package org.motherlode.ejb.chain.opensy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;

/**
 * Bech32 and Bech32m (BIP 173, BIP 350): a prefix, a 1, digits to the base 32, the last six a checksum.
 *
 * @param prefix in small letters
 * @param version of the witness program, the first digit
 * @param program the rest as bytes
 * @param form which of the two checksums fits
 */
record Bech32(String prefix, int version, Octets program, Form form) {
    /** The two differ in what the checksum comes to. */
    enum Form {
        BECH32(1),
        BECH32M(0x2bc830a3);

        private final int sum;

        Form(int sum) {
            this.sum = sum;
        }
    }

    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int CHECKSUM_DIGITS = 6;
    private static final int LONGEST = 90;

    /** Whether a text looks like one: it has the separator, and before it a prefix of letters only. */
    static boolean resembles(String text) {
        return text.matches("(?i)[a-z]{2,10}1[a-z0-9]*") && (isLower(text) || isUpper(text));
    }

    /** Empty where a character is none, capitals and small letters are mixed, or no checksum fits. */
    static Optional<Bech32> read(String text) {
        if (text.length() > LONGEST || !(isLower(text) || isUpper(text))) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        int separator = lower.lastIndexOf('1');
        if (separator < 1 || lower.length() - separator - 1 < CHECKSUM_DIGITS + 1) {
            return Optional.empty();
        }
        String prefix = lower.substring(0, separator);
        int[] digits =
                lower.substring(separator + 1).chars().map(ALPHABET::indexOf).toArray();
        if (Arrays.stream(digits).anyMatch(digit -> digit < 0) || !prefix.matches("[!-~]+")) {
            return Optional.empty();
        }
        int sum = polymod(prefix, digits);
        Optional<byte[]> program = bytes(Arrays.copyOfRange(digits, 1, digits.length - CHECKSUM_DIGITS));
        return Arrays.stream(Form.values())
                .filter(form -> form.sum == sum)
                .findFirst()
                .flatMap(form -> program.map(bytes -> new Bech32(prefix, digits[0], Octets.of(bytes), form)));
    }

    private static boolean isLower(String text) {
        return text.equals(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isUpper(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static int polymod(String prefix, int[] digits) {
        int sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) >>> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) & 31);
        }
        for (int digit : digits) {
            sum = step(sum, digit);
        }
        return sum;
    }

    private static int step(int sum, int digit) {
        int top = sum >>> 25;
        int next = ((sum & 0x1ffffff) << 5) ^ digit;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= ((top >>> i) & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }

    /** Five bits each become eight; what is left over must be fewer than five bits, and zero. */
    private static Optional<byte[]> bytes(int[] digits) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (int digit : digits) {
            held = ((held << 5) | digit) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >>> bits);
            }
        }
        boolean padded = bits >= 5 || (held & ((1 << bits) - 1)) != 0;
        return padded ? Optional.empty() : Optional.of(bytes.toByteArray());
    }
}
