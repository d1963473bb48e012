package org.motherlode.ejb.chain.monero;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.motherlode.ejb.chain.HttpDoor;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainFactory;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.SettingException;

/**
 * Opens Monero for a pool: one connection pool to its node, a connection to its wallet for payouts and one for looks, a
 * thread for pushes where they are set.
 */
@ApplicationScoped
public class MoneroChains implements ChainFactory {
    @Override
    public ChainId id() {
        return Monero.ID;
    }

    @Override
    public Set<String> settingKeys() {
        return SettingKey.keys();
    }

    @Override
    public Chain open(PoolDefinition pool) throws SettingException {
        MoneroSettings settings = MoneroSettings.of(pool);
        String address = settings.address().text();
        Monerod node = new Monerod(rpc("monerod", settings.node()), settings.network());
        WalletRpc wallet = new WalletRpc(rpc("monero-wallet-rpc", settings.wallet()));
        WalletRpc look = new WalletRpc(rpc("monero-wallet-rpc", settings.walletLook()));
        MonerodSource source =
                new MonerodSource(node, address, settings.feed(), settings.functions(), settings.choosing());
        return new Chain(
                Monero.ID,
                Monero.XMR,
                settings.functions().plan(),
                new MoneroAddresses(settings.network(), settings.allowed()),
                source,
                new MonerodSink(node),
                new MonerodWatch(node, settings.depths()),
                new MoneroWallet(
                        new WalletOpening(wallet, settings.walletFile(), address),
                        new WalletOpening(look, settings.walletFile(), address),
                        node,
                        WalletTerms.of(settings)),
                () -> {
                    source.close();
                    node.close();
                    wallet.close();
                    look.close();
                });
    }

    private static JsonRpc rpc(String name, MoneroSettings.Rpc program) {
        return new JsonRpc(new HttpDoor(name, program.address(), program.limits()));
    }
}
