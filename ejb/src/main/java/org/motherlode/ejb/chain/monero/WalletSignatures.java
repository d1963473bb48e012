package org.motherlode.ejb.chain.monero;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.SignedTexts;

/**
 * Texts as Monero's wallets sign them ({@code sign}, version 2, since wallet 0.17.2): Schnorr's scheme over the curve of Ed25519 on
 * a hash of both keys of the address and the text. Checked here and not by the pool's wallet, so that no stranger keeps the
 * wallet busy. Only the spend key counts: a view key is shown to those who may look and not spend.
 */
final class WalletSignatures implements SignedTexts {
    private static final String HEAD = "SigV2";
    private static final int CHARACTERS = 88;
    /** With the zero at its end. */
    private static final byte[] DOMAIN = "MoneroMessageSignature\0".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] BY_SPEND_KEY = {0};
    private static final byte[] NEUTRAL = {1};

    @Override
    public Optional<String> objection(MinerAddress miner, String text, String signature) {
        Optional<MoneroAddress> address = MoneroAddress.find(miner.text());
        if (address.isEmpty()) {
            return Optional.of("This is not a Monero address.");
        }
        if (signature.startsWith("SigV1")) {
            return Optional.of("This signature has the old form SigV1; a wallet of 0.17.2 or later makes SigV2.");
        }
        if (!signature.startsWith(HEAD) || signature.length() != HEAD.length() + CHARACTERS) {
            return Optional.of("A Monero signature begins with " + HEAD + " and has " + (HEAD.length() + CHARACTERS)
                    + " characters.");
        }
        boolean signed = Base58.decode(signature.substring(HEAD.length()))
                .filter(bytes -> isBy(address.get(), text, bytes))
                .isPresent();
        return signed
                ? Optional.empty()
                : Optional.of(
                        "This is not the signature of this text by the spend key of this address; the text must be"
                                + " signed as it stands, without a line break.");
    }

    private static boolean isBy(MoneroAddress address, String text, byte[] signature) {
        BigInteger challenge = Curve.number(Arrays.copyOf(signature, Curve.BYTES));
        BigInteger answer = Curve.number(Arrays.copyOfRange(signature, Curve.BYTES, 2 * Curve.BYTES));
        if (challenge.signum() == 0 || challenge.compareTo(Curve.ORDER) >= 0 || answer.compareTo(Curve.ORDER) >= 0) {
            return false;
        }
        byte[] key = address.spendKey();
        byte[] commitment = Curve.decode(key)
                .map(point ->
                        point.times(challenge).plus(Curve.BASE.times(answer)).encoded())
                .orElseThrow();
        if (Arrays.equals(commitment, Arrays.copyOf(NEUTRAL, Curve.BYTES))) {
            return false;
        }
        byte[] hash = Keccak.hash(hashed(address, text.getBytes(StandardCharsets.UTF_8)), key, commitment);
        return Curve.number(hash).mod(Curve.ORDER).equals(challenge);
    }

    private static byte[] hashed(MoneroAddress address, byte[] text) {
        return Keccak.hash(
                DOMAIN, address.spendKey(), address.viewKey(), BY_SPEND_KEY, BlockBlob.varint(text.length), text);
    }
}
