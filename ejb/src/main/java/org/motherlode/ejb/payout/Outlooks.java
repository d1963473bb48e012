package org.motherlode.ejb.payout;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.queue.SystemSettings;
import org.motherlode.ejb.terms.Coins;
import org.motherlode.model.ledger.Ledger;
import org.motherlode.model.payout.PayoutMeans;
import org.motherlode.model.payout.PayoutOutlook;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** What the pools would pay now, as far as is known without asking their wallets: by the last look at them. */
@ApplicationScoped
public class Outlooks {
    private static final long MOST_SECONDS = 86_400;

    @Resource(lookup = "java:jboss/datasources/MotherlodeDS")
    DataSource source;

    @Inject
    Ledger ledger;

    @Inject
    OpenPools pools;

    @Inject
    HotWallets wallets;

    /** Empty for a pool that is not open, or whose wallet was not looked at yet. Reads the balances of all its miners. */
    public Optional<PayoutOutlook> of(PoolName name) {
        return pools.find(name).flatMap(pool -> wallets.lastLookAt(name)
                .map(look -> PayoutOutlook.of(
                        new JdbcPayouts(new Database(source), ledger, Coins.of(pools)).facts(name),
                        means(pool),
                        look)));
    }

    private static PayoutMeans means(OpenPool pool) {
        Wallet wallet = pool.chain().wallet();
        Duration first = seconds("motherlode.pay.refused-first-seconds", 60);
        Duration longest = seconds("motherlode.pay.refused-longest-seconds", 3_600);
        return new PayoutMeans(
                wallet.mostReceivers(), wallet::isPaidAlone, refused -> refused.again(first, longest), Instant.now());
    }

    private static Duration seconds(String key, long otherwise) {
        Settings settings = SystemSettings.read();
        try {
            return Duration.ofSeconds(settings.number(key, otherwise, 1, MOST_SECONDS));
        } catch (SettingException e) {
            // The payouts' timer, which reads the same, would not have let the deployment begin.
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
