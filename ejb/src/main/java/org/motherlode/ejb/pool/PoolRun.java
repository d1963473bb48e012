package org.motherlode.ejb.pool;

import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.motherlode.ejb.queue.Repeated;
import org.motherlode.model.payout.WalletCondition;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.stratum.StratumGateway;

/** The pools from their opening to the end of the server: threads, looks, conditions, meters. */
final class PoolRun {
    private static final Duration WALLET = Duration.ofMinutes(1);

    private final StratumGateway gateway;
    private final Pools pools;
    private final Wakers wakers;
    private final CurrentWork work;
    private final Staff staff;
    private final Map<PoolName, TemplateWatcher> watchers = new ConcurrentSkipListMap<>();
    private final List<WalletLook> wallets = new CopyOnWriteArrayList<>();
    private final List<Runnable> endings = new ArrayList<>();
    private final List<Repeated> repeated = new ArrayList<>();
    private volatile boolean stopped;

    PoolRun(StratumGateway gateway, Pools pools, Wakers wakers, CurrentWork work, Staff staff) {
        this.gateway = gateway;
        this.pools = pools;
        this.wakers = wakers;
        this.work = work;
        this.staff = staff;
    }

    /** Opens those whose settings make sense. Nothing after the stop. */
    synchronized void open(OpeningPools opening) {
        gateway.pools().forEach(definition -> open(opening, definition));
    }

    /** Tries those again that wait for the database. */
    synchronized void openWaiting(OpeningPools opening) {
        gateway.pools().stream().filter(opening::isWaiting).forEach(definition -> open(opening, definition));
    }

    /** A database that hangs holds each pool up, so the stop is looked for before each. */
    private void open(OpeningPools opening, PoolDefinition definition) {
        if (stopped) {
            return;
        }
        opening.open(definition).ifPresent(watching -> {
            begin(definition.name(), watching);
            pools.find(definition.name()).ifPresent(this::lookAtWallet);
        });
    }

    /** Opens none: this server must not let miners in. */
    synchronized void refuse(OpeningPools opening, String why) {
        gateway.pools().forEach(definition -> opening.refuse(definition, why));
    }

    /** Sends all miners away for good. Found blocks are followed and miners paid as before. */
    synchronized void close(String why) {
        gateway.pools().forEach(definition -> gateway.stop(definition.name(), why));
    }

    private void begin(PoolName pool, Watching watching) {
        TemplateWatcher watcher = watching.watcher();
        watchers.put(pool, watcher);
        wakers.put(pool, watching::ring);
        work.put(pool, watcher::template);
        endings.add(watching.start(staff.threads()));
        staff.meters()
                .gauge("motherlode.template.age.seconds", Tags.of("pool", pool.text()), () -> ageSeconds(watcher));
    }

    private void lookAtWallet(OpenPool pool) {
        WalletLook wallet = new WalletLook(pool);
        wallets.add(wallet);
        repeated.add(Repeated.fromNowOn(WALLET, "looking at a wallet", wallet::look, staff.threads()));
    }

    void showOn(ConditionBoard board) {
        PoolConditions conditions = new PoolConditions(gateway, pools, watchers);
        board.add(conditions::now);
        board.add(() -> wallets.stream().map(WalletLook::condition).toList());
    }

    /** What the last look at the pool's wallet found; empty before the first. */
    Optional<WalletCondition> lastLookAt(PoolName pool) {
        return wallets.stream()
                .filter(look -> look.pool().equals(pool))
                .findFirst()
                .flatMap(WalletLook::last);
    }

    void stop() {
        stopped = true;
        end();
    }

    private synchronized void end() {
        repeated.forEach(Repeated::end);
        wakers.clear();
        work.clear();
        endings.forEach(Runnable::run);
        List<OpenPool> open = pools.all();
        pools.clear();
        open.forEach(pool -> pool.chain().close());
    }

    private static double ageSeconds(TemplateWatcher watcher) {
        return watcher.age().toMillis() / 1000.0;
    }
}
