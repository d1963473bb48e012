package org.motherlode.ejb.payout;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.health.Condition;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.HotWallet;
import org.motherlode.model.payout.WalletCondition;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;

/** Remembers which pools' wallets held more than {@code wallet.hot-most} at the last look: miners are served whatever it says. */
@ApplicationScoped
public class HotWallets {
    private static final String OWED = "SELECT coalesce(sum(b.balance), 0) AS owed FROM ledger_account a"
            + " JOIN ledger_balance b ON b.account = a.number"
            + " WHERE a.pool = ? AND a.kind IN ('miner:payable', 'miner:reserved')";

    private volatile Function<PoolName, Optional<WalletCondition>> looks = pool -> Optional.empty();
    private volatile Map<PoolName, HotWallet> wallets = Map.of();

    /** By whom the wallets are looked at. */
    public void knownBy(Function<PoolName, Optional<WalletCondition>> lastLooks) {
        looks = lastLooks;
    }

    public Optional<WalletCondition> lastLookAt(PoolName pool) {
        return looks.apply(pool);
    }

    /** At those that have a bound. Where the total is not known now, what was found last stays. */
    void look(Database database, List<OpenPool> pools) {
        Map<PoolName, HotWallet> now = new TreeMap<>();
        for (OpenPool pool : pools) {
            most(pool).flatMap(most -> wallet(database, pool, most)).ifPresent(wallet -> now.put(pool.name(), wallet));
        }
        wallets = now;
    }

    private Optional<HotWallet> wallet(Database database, OpenPool pool, Money most) {
        Optional<HotWallet> before = Optional.ofNullable(wallets.get(pool.name()));
        return lastLookAt(pool.name())
                .flatMap(look -> look.total()
                        .map(total -> new HotWallet(
                                most, total, look.spendable(), owed(database, pool.name(), most.asset()))))
                .or(() -> before);
    }

    private static Money owed(Database database, PoolName pool, Asset asset) {
        return database.first(OWED, row -> new Money(Values.whole(row, "owed"), asset), pool.text())
                .orElseThrow();
    }

    private static Optional<Money> most(OpenPool pool) {
        try {
            return HotWallet.most(pool.definition().settings(), pool.chain().asset());
        } catch (SettingException e) {
            // Such a pool was not opened.
            throw new IllegalStateException("pool " + pool.name() + ": " + e.getMessage(), e);
        }
    }

    /** How much should be sent to the cold wallet, in atoms. */
    BigInteger sweep(PoolName pool) {
        return Optional.ofNullable(wallets.get(pool))
                .map(wallet -> wallet.sweep().atoms())
                .orElse(BigInteger.ZERO);
    }

    /** A condition of each pool that has a bound and whose wallet was looked at. */
    public List<Condition> now() {
        return wallets.entrySet().stream()
                .map(entry -> condition(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Condition condition(PoolName pool, HotWallet wallet) {
        return new Condition(
                pool + ".hot-wallet",
                !wallet.isTooFull(),
                false,
                wallet.words().orElse("the wallet holds no more than wallet.hot-most allows"));
    }
}
