package org.motherlode.ejb.chain.opensy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.motherlode.ejb.chain.HttpDoor;
import org.motherlode.ejb.chain.RpcLimits;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainFactory;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.SettingException;

/**
 * Opens OpenSY for a pool. Not a bean yet, so no operator can ask for it: what is missing stands in {@code docs/chains/opensy.md}.
 */
public final class OpenSyChains implements ChainFactory {
    private static final String NODE = "opensyd";

    @Override
    public ChainId id() {
        return OpenSy.ID;
    }

    @Override
    public Set<String> settingKeys() {
        return SettingKey.keys();
    }

    @Override
    public Chain open(PoolDefinition pool) throws SettingException {
        OpenSySettings settings = OpenSySettings.of(pool);
        String address = settings.address().text();
        Opensyd node = new Opensyd(rpc(settings, settings.node(), "/", breaker(settings)), settings.network());
        WalletRpc wallet = new WalletRpc(rpc(
                settings,
                settings.wallet(),
                settings.walletName().map(name -> "/wallet/" + name).orElse("/"),
                breaker(settings)));
        OpensydSource source =
                new OpensydSource(node, new OpensydSource.Payee(address, settings.coinbase()), longPolls(settings));
        WalletPreflight preflight =
                new WalletPreflight(new WalletOpening(wallet, settings.walletName(), address), node);
        return new Chain(
                OpenSy.ID,
                OpenSy.SYL,
                OpenSy.RX_0,
                new OpenSyAddresses(settings.network()),
                source,
                new OpensydSink(node),
                new OpensydWatch(node, settings.depths()),
                new OpenSyWallet(
                        preflight,
                        new PaymentConstruction(preflight, wallet, settings.feeRate()),
                        new PaymentSending(node),
                        new PaymentInquiry(
                                wallet, node, new SpenderSearch(node, settings.searchBlocks()), settings.depths())),
                () -> {
                    source.close();
                    node.close();
                    wallet.close();
                });
    }

    private static Breaker breaker(OpenSySettings settings) {
        return new Breaker(settings.failures(), Duration.ofMillis(settings.restMillis()), InstantSource.system());
    }

    private static NodeRpc rpc(OpenSySettings settings, OpenSySettings.Rpc where, String path, Breaker breaker) {
        return new NodeRpc(new HttpDoor(NODE, where.address(), where.limits(), settings.login()), path, breaker);
    }

    /** A long poll ends with a time-out whenever the node has no news, so nothing is counted there. */
    private static Optional<Supplier<Opensyd>> longPolls(OpenSySettings settings) {
        Optional<RpcLimits> limits = settings.longPoll();
        return limits.map(patient -> () -> new Opensyd(
                rpc(
                        settings,
                        new OpenSySettings.Rpc(settings.node().address(), patient),
                        "/",
                        new Breaker(Integer.MAX_VALUE, Duration.ZERO, InstantSource.system())),
                settings.network()));
    }
}
