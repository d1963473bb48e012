package org.motherlode.ejb.chain.opensy;

import java.util.Optional;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.WalletCondition;

/**
 * Whether the wallet may pay now. A wallet that has not seen the node's best block may be blind to a payment of its own, so nothing
 * is planned before they agree.
 */
record WalletPreflight(WalletOpening opening, Opensyd node) {
    private static final Money NOTHING = Money.zero(OpenSy.SYL);

    WalletCondition look() throws NodeUnavailableException {
        JsonFields info = opening.requireOpen();
        if (!info.flag("private_keys_enabled")) {
            return notReady("The wallet is watch-only and cannot sign.");
        }
        String best = node.bestBlockId();
        JsonFields seen = info.object("lastprocessedblock");
        if (!seen.id("hash").equals(best)) {
            return notReady("The wallet has seen the chain up to block " + seen.id("hash") + ", the node's best is "
                    + best + ": wait until they agree.");
        }
        WalletRpc.Balance balance = opening.wallet().balance();
        return new WalletCondition(
                true,
                "The wallet is open and at the node's best block; "
                        + balance.spendable().display() + " can be spent.",
                balance.spendable(),
                Optional.of(balance.all()));
    }

    static WalletCondition notReady(String words) {
        return new WalletCondition(false, words, NOTHING);
    }
}
