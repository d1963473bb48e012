package org.motherlode.ejb.chain.monero;

import java.time.Duration;
import org.motherlode.ejb.chain.RpcLimits;

/**
 * What bounds the work with a wallet.
 *
 * @param lookWaits how long a look waits for its turn while a payout is signed or sent
 * @param payoutWaits how long a payout waits for its turn; work that takes longer is reported
 */
record WalletTerms(Depths depths, Duration lookWaits, Duration payoutWaits) {
    static WalletTerms of(MoneroSettings settings) {
        RpcLimits limits = settings.wallet().limits();
        return new WalletTerms(
                settings.depths(),
                Duration.ofMillis(limits.connectMillis()),
                Duration.ofMillis(limits.silenceMillis()));
    }
}
