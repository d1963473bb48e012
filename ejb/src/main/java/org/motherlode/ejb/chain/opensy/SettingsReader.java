package org.motherlode.ejb.chain.opensy;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.motherlode.ejb.chain.HttpDoor;
import org.motherlode.ejb.chain.RpcAddress;
import org.motherlode.ejb.chain.RpcLimits;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** Reads the keys that begin with {@code opensy.}; each wrong one is named, with what it should be. */
final class SettingsReader {
    private static final String PREFIX = OpenSy.ID + ".";
    private static final int MOST_BLOCKS = 1_000_000;

    private final PoolDefinition pool;
    private final Settings settings;

    SettingsReader(PoolDefinition pool) {
        this.pool = pool;
        this.settings = pool.settings();
    }

    OpenSySettings read() throws SettingException {
        requireOnlyKnown();
        Network network = network();
        OpenSyAddress address = address(network);
        return new OpenSySettings(
                network,
                address,
                coinbase(address),
                depths(),
                new OpenSySettings.Rpc(RpcAddress.parse("node", pool.node(), Optional.empty()), nodeLimits()),
                new OpenSySettings.Rpc(RpcAddress.parse("wallet", pool.wallet(), Optional.empty()), walletLimits()),
                login(),
                longPoll(),
                number(SettingKey.NODE_FAILURES, 5, 1, 1_000),
                number(SettingKey.NODE_REST, 5_000, 100, 60_000),
                walletName(),
                number(SettingKey.FEE_RATE, 10, 1, 10_000),
                number(SettingKey.SEARCH_BLOCKS, 2_000, 100, 100_000));
    }

    private void requireOnlyKnown() throws SettingException {
        Set<String> unknown = new TreeSet<>(settings.values().keySet());
        unknown.removeIf(key -> !key.startsWith(PREFIX) || SettingKey.keys().contains(key));
        for (String key : unknown) {
            throw new SettingException(key, "is not a setting of an OpenSY pool; known are " + SettingKey.keys());
        }
    }

    private Network network() throws SettingException {
        String name = settings.text(SettingKey.NETWORK.key(), Network.MAINNET.toString());
        return Network.named(name)
                .orElseThrow(() -> new SettingException(
                        SettingKey.NETWORK.key(),
                        "must be one of " + Arrays.toString(Network.values()) + ", not '" + name + "'"));
    }

    private OpenSyAddress address(Network network) throws SettingException {
        String key = SettingKey.ADDRESS.key();
        String should = "must be an address of the pool's wallet on " + network;
        String text = settings.text(key).orElseThrow(() -> new SettingException(key, should));
        try {
            OpenSyAddress address = OpenSyAddress.parse(text);
            if (!address.forms().contains(network.form())) {
                throw new SettingException(key, should + "; this is one of another network");
            }
            return address;
        } catch (OpenSyAddress.NotAnAddressException e) {
            throw new SettingException(key, should + ". " + e.sentence());
        }
    }

    private CoinbaseTerms coinbase(OpenSyAddress address) throws SettingException {
        String text = settings.text(SettingKey.POOL_TEXT.key(), "Motherlode");
        try {
            return new CoinbaseTerms(address.script(), text);
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    SettingKey.POOL_TEXT.key(),
                    "must have at most 60 characters, all of them ASCII, not '" + text + "'");
        }
    }

    private Depths depths() throws SettingException {
        return new Depths(
                number(SettingKey.CONFIRMATIONS, 101, 101, MOST_BLOCKS),
                number(SettingKey.ORPHAN_DEPTH, 100, 20, MOST_BLOCKS),
                number(SettingKey.PAYOUT_CONFIRMATIONS, 20, 6, MOST_BLOCKS));
    }

    /** The secret is read here once and not repeated: not in a sentence, and not in a log. */
    private HttpDoor.Authorization login() throws SettingException {
        Optional<String> login = settings.text(SettingKey.NODE_LOGIN.key());
        Optional<String> cookie = settings.text(SettingKey.NODE_COOKIE.key());
        if (login.isPresent() == cookie.isPresent()) {
            throw new SettingException(
                    SettingKey.NODE_LOGIN.key(),
                    "must be user:password of the node's RPC, or else " + SettingKey.NODE_COOKIE.key()
                            + " the path of its .cookie; one of the two and not both");
        }
        return cookie.isPresent()
                ? NodeLogin.ofCookie(path(cookie.get()))
                : NodeLogin.of(RpcAddress.Login.parse(SettingKey.NODE_LOGIN.key(), login.orElseThrow()));
    }

    private static Path path(String text) throws SettingException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new SettingException(SettingKey.NODE_COOKIE.key(), "must be the path of a file, not '" + text + "'");
        }
    }

    private Optional<String> walletName() throws SettingException {
        Optional<String> name = settings.text(SettingKey.WALLET_NAME.key());
        if (name.isPresent() && !name.get().matches("[A-Za-z0-9._-]{1,64}")) {
            throw new SettingException(
                    SettingKey.WALLET_NAME.key(),
                    "must be a wallet's name of letters, digits, '.', '_' and '-', not '" + name.get() + "'");
        }
        return name;
    }

    private RpcLimits nodeLimits() throws SettingException {
        return limits(
                number(SettingKey.NODE_TIMEOUT, 20_000, 1_000, 600_000), number(SettingKey.NODE_CONNECTIONS, 4, 1, 64));
    }

    private RpcLimits walletLimits() throws SettingException {
        return limits(number(SettingKey.WALLET_TIMEOUT, 60_000, 1_000, 600_000), 2);
    }

    /** The node looks at its transactions after a minute, and is silent at least until then. */
    private Optional<RpcLimits> longPoll() throws SettingException {
        int silence = number(SettingKey.LONG_POLL_TIMEOUT, 90_000, 70_000, 3_600_000);
        return settings.flag(SettingKey.LONG_POLL.key(), true) ? Optional.of(limits(silence, 1)) : Optional.empty();
    }

    private RpcLimits limits(int silenceMillis, int connections) throws SettingException {
        return new RpcLimits(
                number(SettingKey.CONNECT_TIMEOUT, 5_000, 100, 60_000),
                silenceMillis,
                connections,
                number(SettingKey.ANSWER_BYTES, 32 << 20, 16 << 20, 1 << 30));
    }

    private int number(SettingKey key, int otherwise, int least, int most) throws SettingException {
        return (int) settings.number(key.key(), otherwise, least, most);
    }
}
