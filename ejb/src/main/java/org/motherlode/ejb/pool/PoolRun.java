package org.motherlode.ejb.pool;

import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import org.motherlode.ejb.meter.Meters;
import org.motherlode.ejb.queue.Repeated;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.stratum.StratumGateway;

/** The pools from their opening to the end of the server: threads, looks, conditions, meters. For one thread. */
final class PoolRun {
    private static final Duration WALLET = Duration.ofMinutes(1);
    private static final Duration DATABASE = Duration.ofSeconds(10);

    private final StratumGateway gateway;
    private final Pools pools;
    private final Wakers wakers;
    private final CurrentWork work;
    private final Map<PoolName, Watching> watchings = new TreeMap<>();
    private final List<WalletLook> wallets = new ArrayList<>();
    private final List<DatabaseLook> databases = new ArrayList<>();
    private final List<Runnable> endings = new ArrayList<>();
    private final List<Repeated> repeated = new ArrayList<>();

    PoolRun(StratumGateway gateway, Pools pools, Wakers wakers, CurrentWork work) {
        this.gateway = gateway;
        this.pools = pools;
        this.wakers = wakers;
        this.work = work;
    }

    void open(OpeningPools opening) {
        for (PoolDefinition definition : gateway.pools()) {
            opening.open(definition).ifPresent(watching -> watchings.put(definition.name(), watching));
        }
        pools.all().forEach(pool -> wallets.add(new WalletLook(pool)));
    }

    /** Opens none: this server must not let miners in. */
    void refuse(OpeningPools opening, String why) {
        gateway.pools().forEach(definition -> opening.refuse(definition, why));
    }

    void start(ThreadFactory threads, ScheduledExecutorService scheduler, DatabaseLook database) {
        watchings.forEach((pool, watching) -> {
            wakers.put(pool, watching::ring);
            work.put(pool, watching.watcher()::template);
            endings.add(watching.start(threads));
        });
        databases.add(database);
        repeated.add(Repeated.every(DATABASE, "looking at the database", database::look, scheduler));
        for (WalletLook wallet : wallets) {
            scheduler.execute(() -> Repeated.guarded("looking at a wallet", wallet::look));
            repeated.add(Repeated.every(WALLET, "looking at a wallet", wallet::look, scheduler));
        }
    }

    void showOn(ConditionBoard board, Meters meters) {
        Map<PoolName, TemplateWatcher> watchers = watchings.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().watcher()));
        PoolConditions conditions = new PoolConditions(gateway, pools, watchers);
        board.add(conditions::now);
        board.add(() -> wallets.stream().map(WalletLook::condition).toList());
        board.add(() -> databases.stream().map(DatabaseLook::condition).toList());
        watchers.forEach((pool, watcher) -> meters.gauge(
                "motherlode.template.age.seconds", Tags.of("pool", pool.text()), () -> ageSeconds(watcher)));
    }

    void stop() {
        repeated.forEach(Repeated::end);
        wakers.clear();
        work.clear();
        endings.forEach(Runnable::run);
        List<OpenPool> open = pools.all();
        pools.clear();
        open.forEach(pool -> pool.chain().close());
    }

    private static double ageSeconds(TemplateWatcher watcher) {
        return watcher.age().map(Duration::toMillis).orElse(0L) / 1000.0;
    }
}
