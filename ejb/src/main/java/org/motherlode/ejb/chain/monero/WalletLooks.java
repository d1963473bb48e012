package org.motherlode.ejb.chain.monero;

import java.util.Optional;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.WalletCondition;

/**
 * Looks at the wallet without standing in a payout's way: while one is under way, the last look's answer stays, with nothing
 * to spend. The looks' own connection has a shorter time limit than that of payouts, since giving up a look costs nothing.
 */
final class WalletLooks {
    private static final Money NOTHING = Money.zero(Monero.XMR);

    private final WalletPreflight preflight;
    private final WalletTurns turns;
    private final WalletTerms terms;
    private volatile boolean wasReady;

    WalletLooks(WalletPreflight preflight, WalletTurns turns, WalletTerms terms) {
        this.preflight = preflight;
        this.turns = turns;
        this.terms = terms;
    }

    @SuppressWarnings("try") // the turn is only held
    WalletCondition condition() {
        Optional<WalletTurns.Turn> turn = turns.tryTake("a look at its condition", terms.lookWaits());
        if (turn.isEmpty()) {
            return busy();
        }
        try (WalletTurns.Turn held = turn.get()) {
            WalletCondition now = look();
            wasReady = now.ready();
            return now;
        }
    }

    private WalletCondition look() {
        try {
            return preflight.look();
        } catch (NodeUnavailableException e) {
            return new WalletCondition(false, String.valueOf(e.getMessage()), NOTHING);
        }
    }

    private WalletCondition busy() {
        String words = turns.current().map(WalletTurns.Work::words).orElse("The wallet is busy");
        return new WalletCondition(wasReady && !turns.isOverdue(terms.payoutWaits()), words, NOTHING, Optional.empty());
    }
}
