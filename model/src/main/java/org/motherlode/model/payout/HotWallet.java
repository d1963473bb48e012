package org.motherlode.model.payout;

import java.util.Optional;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * What a wallet that is always online holds beyond what its operator wants to have at risk. It is only told: the pool sends
 * nothing to a cold wallet.
 *
 * @param total with what is still locked
 * @param spendable what is not
 * @param owed to miners, payable and reserved
 */
public record HotWallet(Money most, Money total, Money spendable, Money owed) {
    private static final String MOST = "wallet.hot-most";

    /** The setting {@code wallet.hot-most}, in coins; empty where there is no bound. */
    public static Optional<Money> most(Settings settings, Asset asset) throws SettingException {
        return Coins.find(settings, MOST, asset);
    }

    public boolean isTooFull() {
        return total.compareTo(most) > 0;
    }

    /**
     * What is to be sent away: what is above the bound, and so much at most that what is owed can still be paid at once from
     * what stays. Zero where nothing can be.
     */
    public Money sweep() {
        Money above = less(total, most);
        Money spare = less(spendable, owed);
        return above.compareTo(spare) < 0 ? above : spare;
    }

    /** One sentence for the operator; empty if the wallet holds no more than it should. */
    public Optional<String> words() {
        if (!isTooFull()) {
            return Optional.empty();
        }
        String holds = "the wallet holds " + total.display() + ", and " + MOST + " is " + most.display() + ": ";
        String owes = "the miners are owed " + owed.display() + " and " + spendable.display() + " can be spent";
        return Optional.of(holds
                + (sweep().isZero()
                        ? "send nothing to the cold wallet now, for " + owes
                        : "send " + sweep().display() + " to the cold wallet (" + owes + ")"));
    }

    private static Money less(Money amount, Money taken) {
        return amount.compareTo(taken) <= 0 ? Money.zero(amount.asset()) : amount.minus(taken);
    }
}
