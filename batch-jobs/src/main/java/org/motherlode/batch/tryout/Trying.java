package org.motherlode.batch.tryout;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.motherlode.batch.pay.Patience;
import org.motherlode.model.payout.PayoutOutlook;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.payout.Prospect.Reason;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.payout.WalletCondition;
import org.motherlode.model.pool.OpenPool;

/** Asks what a run would pay at this moment, and pays nothing. */
record Trying(Payouts payouts, Patience patience) {
    /**
     * Keeps the whole answer in the rows and gives its sum in one sentence.
     *
     * @param miner whose line is told instead, if it is not empty
     */
    String run(OpenPool pool, String miner) {
        Wallet wallet = pool.chain().wallet();
        WalletCondition condition = wallet.condition();
        PayoutOutlook outlook = PayoutOutlook.of(payouts.facts(pool.name()), patience.means(wallet), condition);
        payouts.tried(pool.name(), outlook);
        return miner.isEmpty() ? sum(outlook) + "; the wallet: " + condition.words() : line(outlook, miner);
    }

    private static String line(PayoutOutlook outlook, String miner) {
        return outlook.find(miner)
                .map(line -> line.amount().display() + ": " + line.prospect().reason() + ", "
                        + line.prospect().words())
                .orElse("nothing is owed to this address that could be paid now");
    }

    private static String sum(PayoutOutlook outlook) {
        String next = outlook.next()
                .map(order -> "a run would pay " + order.total().display() + " to "
                        + order.payments().size() + " now")
                .orElse("a run would pay nothing now");
        Map<Reason, Long> counts = outlook.miners().values().stream()
                .collect(Collectors.groupingBy(
                        line -> line.prospect().reason(), () -> new EnumMap<>(Reason.class), Collectors.counting()));
        return next + "; miners by reason: " + counts;
    }
}
