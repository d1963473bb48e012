package org.motherlode.ejb.chain.monero;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A decoded address: tag | public spend key | public view key | payment id, if integrated | first four bytes of the
 * Keccak-256 of all before.
 */
record MoneroAddress(String text, Network network, AddressKind kind) {
    private static final int CHECKSUM_BYTES = 4;
    private static final int KEY_BYTES = 32;
    private static final int STANDARD_CHARACTERS = 95;
    private static final int INTEGRATED_CHARACTERS = 106;

    /** Why a text is no address of any network; the sentence is for the miner. */
    static final class NotAnAddressException extends Exception {
        private static final long serialVersionUID = 1;

        private final String sentence;

        NotAnAddressException(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    static MoneroAddress parse(String text) throws NotAnAddressException {
        if (text.length() != STANDARD_CHARACTERS && text.length() != INTEGRATED_CHARACTERS) {
            throw new NotAnAddressException("A Monero address has " + STANDARD_CHARACTERS + " characters, an integrated"
                    + " one " + INTEGRATED_CHARACTERS + "; this one has " + text.length() + ".");
        }
        if (!Base58.hasOnlyItsCharacters(text)) {
            throw new NotAnAddressException(
                    "A Monero address has only letters and digits, and never 0, O, I or l; this one has another.");
        }
        byte[] bytes = Base58.decode(text).filter(MoneroAddress::checksumFits).orElseThrow(MoneroAddress::mistyped);
        int tag = bytes[0];
        Network network = Network.ofTag(tag)
                .orElseThrow(() -> new NotAnAddressException(
                        "This is not a Monero address: its tag " + tag + " belongs to another coin."));
        AddressKind kind = network.kind(tag).orElseThrow();
        if (bytes.length != kind.bytes()) {
            throw new NotAnAddressException(
                    "This address begins like " + kind + " but has the length of another kind.");
        }
        requireKey(bytes, 1, "spend");
        requireKey(bytes, 1 + KEY_BYTES, "view");
        return new MoneroAddress(text, network, kind);
    }

    /**
     * A key must be the canonical encoding of a point (RFC 8032, 5.1.3). Points of small order, which monerod lets pass,
     * are refused as well: no wallet has such a key, and money sent to it is lost.
     */
    private static void requireKey(byte[] bytes, int offset, String name) throws NotAnAddressException {
        if (!Ed25519.validatePublicKeyPartial(bytes, offset)) {
            throw new NotAnAddressException("The public " + name + " key in this address is not a point on the curve;"
                    + " nobody could spend what is paid to it.");
        }
    }

    private static NotAnAddressException mistyped() {
        return new NotAnAddressException("The checksum of this address is wrong: a character was changed or lost.");
    }

    private static boolean checksumFits(byte[] bytes) {
        int body = bytes.length - CHECKSUM_BYTES;
        byte[] hash = Keccak.hash(Arrays.copyOf(bytes, body));
        return Arrays.equals(bytes, body, bytes.length, hash, 0, CHECKSUM_BYTES);
    }

    /** The public spend key as it stands in the address. */
    byte[] spendKey() {
        return part(1);
    }

    /** The public view key as it stands in the address. */
    byte[] viewKey() {
        return part(1 + KEY_BYTES);
    }

    private byte[] part(int offset) {
        return Arrays.copyOfRange(Base58.decode(text).orElseThrow(), offset, offset + KEY_BYTES);
    }

    /** For callers that only ask what a text is. */
    static Optional<MoneroAddress> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (NotAnAddressException e) {
            return Optional.empty();
        }
    }
}
