package org.motherlode.ejb.chain.opensy;

import java.util.Optional;
import org.motherlode.ejb.chain.HttpDoor;
import org.motherlode.ejb.chain.RpcAddress;
import org.motherlode.ejb.chain.RpcLimits;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.SettingException;

/**
 * What an operator sets for an OpenSY pool, checked.
 *
 * @param address where templates pay to: one of the wallet's
 * @param node where blocks are asked for; the wallet is in a node too, mostly in the same
 * @param login to both
 * @param longPoll absent where there is only polling
 * @param failures in a row after which the node is left alone for {@code restMillis}
 * @param walletName empty for the only wallet that is open
 * @param feeRate of payouts, in qirsh for each virtual byte
 * @param searchBlocks how far back it is looked for who spent what a payout would
 */
record OpenSySettings(
        Network network,
        OpenSyAddress address,
        CoinbaseTerms coinbase,
        Depths depths,
        Rpc node,
        Rpc wallet,
        HttpDoor.Authorization login,
        Optional<RpcLimits> longPoll,
        int failures,
        int restMillis,
        Optional<String> walletName,
        long feeRate,
        int searchBlocks) {

    /** Where it is, and the bounds of talking to it. */
    record Rpc(RpcAddress address, RpcLimits limits) {}

    static OpenSySettings of(PoolDefinition pool) throws SettingException {
        return new SettingsReader(pool).read();
    }
}
