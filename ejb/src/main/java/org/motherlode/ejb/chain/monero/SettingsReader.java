package org.motherlode.ejb.chain.monero;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.motherlode.ejb.chain.RpcAddress;
import org.motherlode.ejb.chain.RpcLimits;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** Reads the keys that begin with {@code monero.}; each wrong one is named, with what it should be. */
final class SettingsReader {
    private static final String PREFIX = Monero.ID + ".";
    private static final int MOST_BLOCKS = 1_000_000;

    private final PoolDefinition pool;
    private final Settings settings;

    SettingsReader(PoolDefinition pool) {
        this.pool = pool;
        this.settings = pool.settings();
    }

    MoneroSettings read() throws SettingException {
        requireOnlyKnown();
        Network network = network();
        MoneroAddress address = address(network);
        return new MoneroSettings(
                network,
                address,
                allowed(),
                depths(),
                new MoneroSettings.Rpc(
                        RpcAddress.parse("node", pool.node(), login(SettingKey.NODE_LOGIN)), nodeLimits()),
                new MoneroSettings.Rpc(wallet(), walletLimits()),
                new MoneroSettings.Rpc(wallet(), walletLookLimits()),
                settings.text(SettingKey.WALLET_FILE.key())
                        .map(name -> new WalletFile(name, settings.text(SettingKey.WALLET_PASSWORD.key(), ""))),
                feed(),
                functions(),
                choosing(address));
    }

    /** The key is read here once and not repeated: not in a sentence, and not in a log. */
    private Optional<ChoosingTerms> choosing(MoneroAddress address) throws SettingException {
        int percent = number(SettingKey.CHOOSING_PERCENT, 80, 1, 100);
        Optional<String> key = settings.text(SettingKey.VIEW_KEY.key());
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChoosingTerms(address.text(), ViewKey.of(key.get(), address), percent));
    }

    /** A version is one byte, and RandomX of 2019 began with 12. */
    private PowByVersion functions() throws SettingException {
        return settings.text(SettingKey.V2_VERSION.key()).isEmpty()
                ? PowByVersion.NOT_SET
                : new PowByVersion(OptionalInt.of(number(SettingKey.V2_VERSION, 13, 13, PowByVersion.MOST)));
    }

    private void requireOnlyKnown() throws SettingException {
        Set<String> unknown = new TreeSet<>(settings.values().keySet());
        unknown.removeIf(key -> !key.startsWith(PREFIX) || SettingKey.keys().contains(key));
        for (String key : unknown) {
            throw new SettingException(key, "is not a setting of a Monero pool; known are " + SettingKey.keys());
        }
    }

    private Network network() throws SettingException {
        String name = settings.text(SettingKey.NETWORK.key(), Network.MAINNET.toString());
        return Network.named(name)
                .orElseThrow(() -> new SettingException(
                        SettingKey.NETWORK.key(),
                        "must be one of " + Arrays.toString(Network.values()) + " (regtest is mainnet), not '" + name
                                + "'"));
    }

    private MoneroAddress address(Network network) throws SettingException {
        String key = SettingKey.ADDRESS.key();
        String should = "must be the primary address of the pool's wallet, a standard address of " + network;
        String text = settings.text(key).orElseThrow(() -> new SettingException(key, should));
        try {
            MoneroAddress address = MoneroAddress.parse(text);
            if (address.network() != network || address.kind() != AddressKind.STANDARD) {
                throw new SettingException(key, should + "; this is " + address.kind() + " of " + address.network());
            }
            return address;
        } catch (MoneroAddress.NotAnAddressException e) {
            throw new SettingException(key, should + ". " + e.sentence());
        }
    }

    private Set<AddressKind> allowed() throws SettingException {
        Set<AddressKind> allowed = EnumSet.of(AddressKind.STANDARD);
        if (settings.flag(SettingKey.ALLOW_INTEGRATED.key(), true)) {
            allowed.add(AddressKind.INTEGRATED);
        }
        if (settings.flag(SettingKey.ALLOW_SUBADDRESS.key(), true)) {
            allowed.add(AddressKind.SUBADDRESS);
        }
        return allowed;
    }

    private Depths depths() throws SettingException {
        return new Depths(
                number(SettingKey.CONFIRMATIONS, 60, 60, MOST_BLOCKS),
                number(SettingKey.ORPHAN_DEPTH, 60, 20, MOST_BLOCKS),
                number(SettingKey.PAYOUT_CONFIRMATIONS, 10, 10, MOST_BLOCKS));
    }

    private Optional<RpcAddress.Login> login(SettingKey key) throws SettingException {
        Optional<String> text = settings.text(key.key());
        return text.isEmpty() ? Optional.empty() : Optional.of(RpcAddress.Login.parse(key.key(), text.get()));
    }

    private RpcAddress wallet() throws SettingException {
        return RpcAddress.parse("wallet", pool.wallet(), login(SettingKey.WALLET_LOGIN));
    }

    private RpcLimits nodeLimits() throws SettingException {
        return new RpcLimits(
                number(SettingKey.CONNECT_TIMEOUT, 5_000, 100, 60_000),
                number(SettingKey.NODE_TIMEOUT, 20_000, 1_000, 600_000),
                number(SettingKey.NODE_CONNECTIONS, 4, 1, 64),
                answerBytes());
    }

    /**
     * The wallet waits for its node up to three and a half minutes (monero {@code wallet2.h}, {@code rpc_timeout}): who
     * waits less makes doubt where there is none.
     */
    private RpcLimits walletLimits() throws SettingException {
        return new RpcLimits(
                number(SettingKey.CONNECT_TIMEOUT, 5_000, 100, 60_000),
                number(SettingKey.WALLET_TIMEOUT, 300_000, 300_000, 3_600_000),
                1,
                answerBytes());
    }

    /** Nothing is in doubt when a look is given up, so it need not wait as long. */
    private RpcLimits walletLookLimits() throws SettingException {
        return new RpcLimits(
                number(SettingKey.CONNECT_TIMEOUT, 5_000, 100, 60_000),
                number(SettingKey.WALLET_LOOK_TIMEOUT, 30_000, 1_000, 300_000),
                1,
                answerBytes());
    }

    private int answerBytes() throws SettingException {
        return number(SettingKey.ANSWER_BYTES, 16 << 20, 1 << 20, 1 << 30);
    }

    private Optional<ZmqFeed> feed() throws SettingException {
        String key = SettingKey.ZMQ.key();
        Optional<String> endpoint = settings.text(key);
        if (endpoint.isPresent()
                && !endpoint.get().matches("tcp://[^\\s/:]+:[0-9]{1,5}|tcp://\\[[0-9a-fA-F:]+]:[0-9]{1,5}")) {
            throw new SettingException(
                    key, "must be tcp://host:port, as the node's --zmq-pub, not '" + endpoint.get() + "'");
        }
        int reconnectMillis = number(SettingKey.ZMQ_RECONNECT, 1_000, 100, 60_000);
        return endpoint.map(where -> new ZmqFeed(where, reconnectMillis));
    }

    private int number(SettingKey key, int otherwise, int least, int most) throws SettingException {
        return (int) settings.number(key.key(), otherwise, least, most);
    }
}
