package org.motherlode.ejb.chain.monero;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.pool.SettingException;

/** The pool's secret view key: it tells which outputs are the pool's, and spends nothing. */
final class ViewKey {
    private static final byte[] TAG_SALT = "view_tag".getBytes(StandardCharsets.US_ASCII);

    private final BigInteger secret;
    private final Curve.Point spend;

    private ViewKey(BigInteger secret, Curve.Point spend) {
        this.secret = secret;
        this.spend = spend;
    }

    /** The key of 64 hex digits, which must be that of the address. */
    static ViewKey of(String hex, MoneroAddress address) throws SettingException {
        String key = SettingKey.VIEW_KEY.key();
        if (!hex.matches("[0-9a-fA-F]{64}")) {
            throw new SettingException(key, "must be the 64 hex digits of the wallet's secret view key");
        }
        BigInteger secret = Curve.number(HexFormat.of().parseHex(hex));
        Optional<Curve.Point> spend = Curve.decode(address.spendKey());
        boolean fits = Arrays.equals(Curve.BASE.times(secret).encoded(), address.viewKey());
        if (spend.isEmpty() || !fits) {
            throw new SettingException(key, "must be the secret view key of " + SettingKey.ADDRESS.key());
        }
        return new ViewKey(secret, spend.get());
    }

    /** Whether the first output of a transaction with this public key is the pool's. */
    boolean owns(Octets transactionKey, MinerTransaction.Output output) {
        Optional<Curve.Point> point = Curve.decode(transactionKey.toBytes());
        if (point.isEmpty()) {
            return false;
        }
        byte[] derivation = point.get().times(secret).timesCofactor().encoded();
        byte[] first = new byte[1];
        boolean tagged =
                output.viewTag().isEmpty() || output.viewTag().get() == Keccak.hash(TAG_SALT, derivation, first)[0];
        BigInteger scalar = Curve.number(Keccak.hash(derivation, first)).mod(Curve.ORDER);
        return tagged
                && Octets.of(Curve.BASE.times(scalar).plus(spend).encoded()).equals(output.key());
    }
}
