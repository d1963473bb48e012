package org.motherlode.ejb.chain.opensy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.motherlode.model.bytes.Octets;

/**
 * A decoded address.
 *
 * @param text in its canonical spelling
 * @param script what an output must say to pay it
 * @param forms of the networks whose address it may be: base 58 of all test networks begins alike
 */
record OpenSyAddress(String text, Octets script, Set<AddressForm> forms) {
    private static final int HASH_BYTES = 20;
    private static final int LONG_HASH_BYTES = 32;
    private static final int OP_1 = 0x51;

    OpenSyAddress {
        forms = Set.copyOf(forms);
    }

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

    static OpenSyAddress parse(String text) throws NotAnAddressException {
        String prefix = text.substring(0, Math.max(0, text.lastIndexOf('1'))).toLowerCase(Locale.ROOT);
        return AddressForm.ofPrefix(prefix).isPresent() || Bech32.resembles(text) ? segwit(text, prefix) : legacy(text);
    }

    private static OpenSyAddress segwit(String text, String prefix) throws NotAnAddressException {
        AddressForm form = AddressForm.ofPrefix(prefix)
                .orElseThrow(
                        () -> new NotAnAddressException("This is not an OpenSY address: those begin with syl1, tsyl1"
                                + " or rsyl1, or are base 58; this one begins with " + prefix + "1."));
        Bech32 read = Bech32.read(text)
                .orElseThrow(() -> new NotAnAddressException("The checksum of this address is wrong: a character was"
                        + " changed or lost, or capitals and small letters are mixed."));
        Bech32.Form should = read.version() == 0 ? Bech32.Form.BECH32 : Bech32.Form.BECH32M;
        if (read.form() != should) {
            throw new NotAnAddressException("This address has the checksum of another version than it says it is of.");
        }
        int bytes = read.program().length();
        boolean known =
                (read.version() == 0 && bytes == HASH_BYTES) || (read.version() <= 1 && bytes == LONG_HASH_BYTES);
        if (!known) {
            throw new NotAnAddressException("An address of version " + read.version() + " with " + bytes
                    + " bytes has no owner that the chain knows; use one that begins with " + prefix + "1q or " + prefix
                    + "1p.");
        }
        WireWriter script = new WireWriter().octet(read.version() == 0 ? 0 : OP_1);
        return new OpenSyAddress(
                text.toLowerCase(Locale.ROOT),
                Octets.of(script.sized(read.program().toBytes()).toBytes()),
                Set.of(form));
    }

    private static OpenSyAddress legacy(String text) throws NotAnAddressException {
        if (!Base58.hasOnlyItsCharacters(text)) {
            throw new NotAnAddressException(
                    "This is not an OpenSY address: those begin with syl1, or are base 58, which"
                            + " has only letters and digits and never 0, O, I or l.");
        }
        byte[] bytes = Base58.checked(text)
                .orElseThrow(() -> new NotAnAddressException(
                        "The checksum of this address is wrong: a character was changed or lost."));
        int version = bytes.length == 0 ? -1 : bytes[0] & 0xff;
        Set<AddressForm> forms = Arrays.stream(AddressForm.values())
                .filter(form -> form.hasVersion(version))
                .collect(Collectors.toUnmodifiableSet());
        if (forms.isEmpty()) {
            throw new NotAnAddressException(
                    "This is not an OpenSY address: its version " + version + " belongs to another coin.");
        }
        if (bytes.length != HASH_BYTES + 1) {
            throw new NotAnAddressException("This address begins like one of OpenSY but has another length.");
        }
        boolean key = forms.iterator().next().keyVersion() == version;
        byte[] hash = Arrays.copyOfRange(bytes, 1, bytes.length);
        return new OpenSyAddress(text, Octets.of(key ? toKey(hash) : toScript(hash)), forms);
    }

    /** OP_DUP OP_HASH160 hash OP_EQUALVERIFY OP_CHECKSIG. */
    private static byte[] toKey(byte[] hash) {
        return new WireWriter()
                .octet(0x76)
                .octet(0xa9)
                .sized(hash)
                .octet(0x88)
                .octet(0xac)
                .toBytes();
    }

    /** OP_HASH160 hash OP_EQUAL. */
    private static byte[] toScript(byte[] hash) {
        return new WireWriter().octet(0xa9).sized(hash).octet(0x87).toBytes();
    }
}
