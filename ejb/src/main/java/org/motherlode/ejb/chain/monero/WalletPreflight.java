package org.motherlode.ejb.chain.monero;

import java.util.Optional;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.WalletCondition;

/**
 * Whether the wallet may pay now. A wallet that has not seen the node's last block may be blind to a payment of its own,
 * so nothing is planned before their heights are equal.
 */
record WalletPreflight(WalletOpening opening, WalletRpc wallet, Monerod node) {
    WalletCondition look() throws NodeUnavailableException {
        opening.requireOpen();
        wallet.refresh();
        long seen = wallet.blocks();
        long blocks = node.info().blocks();
        if (seen != blocks) {
            return new WalletCondition(
                    false,
                    "The wallet has seen " + seen + " blocks, the node has " + blocks + ": wait until they agree.",
                    Money.zero(Monero.XMR));
        }
        WalletRpc.Balance balance = wallet.balance();
        return new WalletCondition(
                true,
                "The wallet is open and at the node's height; "
                        + balance.unlocked().display() + " can be spent.",
                balance.unlocked(),
                Optional.of(balance.total()));
    }
}
