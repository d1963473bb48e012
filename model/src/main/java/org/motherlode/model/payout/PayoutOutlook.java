package org.motherlode.model.payout;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;

/**
 * What a pool would pay now, and for each miner who is owed something the one reason why it is not paid to him. By the rules by
 * which payouts are reserved; asking changes nothing.
 *
 * @param next what a run would reserve now, or let go on
 * @param miners also those who are in a payout already
 */
public record PayoutOutlook(Optional<PaymentOrder> next, SortedMap<MinerAddress, Line> miners) {
    public PayoutOutlook {
        miners = new TreeMap<>(miners);
    }

    /**
     * What one miner can expect.
     *
     * @param amount in a payout, or payable
     */
    public record Line(Money amount, Prospect prospect) {}

    public static PayoutOutlook of(PayoutFacts facts, PayoutMeans means, WalletCondition wallet) {
        return new OutlookMaking(facts, means, wallet).make();
    }

    public Optional<Line> find(String address) {
        return Optional.ofNullable(miners.get(new MinerAddress(address)));
    }
}
