package org.motherlode.ejb.chain.monero;

import java.util.Optional;
import java.util.Set;
import org.motherlode.ejb.chain.RpcAddress;
import org.motherlode.ejb.chain.RpcLimits;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.SettingException;

/**
 * What an operator sets for a Monero pool, checked.
 *
 * @param address where templates pay to: the wallet's primary address
 * @param allowed the kinds of address that miners may have
 * @param walletLook the wallet again, for looks at its condition
 * @param functions by the version of a block
 * @param choosing absent where miners may not choose their blocks' transactions
 */
record MoneroSettings(
        Network network,
        MoneroAddress address,
        Set<AddressKind> allowed,
        Depths depths,
        Rpc node,
        Rpc wallet,
        Rpc walletLook,
        Optional<WalletFile> walletFile,
        Optional<ZmqFeed> feed,
        PowByVersion functions,
        Optional<ChoosingTerms> choosing) {

    /** A program to talk to, and the bounds of talking. */
    record Rpc(RpcAddress address, RpcLimits limits) {}

    MoneroSettings {
        allowed = Set.copyOf(allowed);
    }

    static MoneroSettings of(PoolDefinition pool) throws SettingException {
        return new SettingsReader(pool).read();
    }
}
