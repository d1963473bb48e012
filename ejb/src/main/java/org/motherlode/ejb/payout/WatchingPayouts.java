package org.motherlode.ejb.payout;

import static jakarta.ejb.ConcurrencyManagementType.BEAN;
import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.ejb.meter.Meters;
import org.motherlode.ejb.queue.Repeated;
import org.motherlode.ejb.queue.SystemSettings;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;

/** Looks now and then how the payouts stand, for the health check and the metrics. */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
@TransactionAttribute(NOT_SUPPORTED)
public class WatchingPayouts {
    private static final Logger LOG = Logger.getLogger(WatchingPayouts.class);
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration LOOK_AT_CONFIRMED = Duration.ofMinutes(5);

    @Resource(lookup = "java:jboss/datasources/MotherlodeShareDS")
    DataSource source;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    OpenPools pools;

    @Inject
    Locks locks;

    @Inject
    PayoutAlarms alarms;

    @Inject
    HotWallets wallets;

    @Inject
    Meters meters;

    private final Set<PoolName> measured = ConcurrentHashMap.newKeySet();
    private List<Repeated> repeated = List.of();

    @PostConstruct
    void start() {
        try {
            Duration patience =
                    Duration.ofMinutes(SystemSettings.read().number("motherlode.pay.alarm-minutes", 30, 1, 10_080));
            Duration watched =
                    Duration.ofHours(SystemSettings.read().number("motherlode.pay.confirmed-watch-hours", 24, 0, 720));
            repeated = List.of(
                    Repeated.every(LOOK, "looking at payouts", () -> look(patience), threads),
                    Repeated.every(
                            LOOK_AT_CONFIRMED,
                            "looking at confirmed payouts",
                            () -> lookAtConfirmed(watched),
                            threads));
        } catch (SettingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private void look(Duration patience) {
        List<PoolName> names = pools.all().stream().map(OpenPool::name).toList();
        names.stream().filter(measured::add).forEach(this::measure);
        try {
            alarms.look(new Database(source), names, patience);
            wallets.look(new Database(source), pools.all());
            alarms.pools().stream().filter(measured::add).forEach(this::measure);
        } catch (DatabaseException e) {
            LOG.debugf("payouts could not be looked at, the condition 'database' says why: %s", e.getMessage());
        }
    }

    private void lookAtConfirmed(Duration watched) {
        try {
            alarms.gone(new ConfirmedPayments(new Database(source), pools, locks).look(watched));
        } catch (DatabaseException e) {
            LOG.debugf("confirmed payouts were not read, the condition 'database' says why: %s", e.getMessage());
        }
    }

    private void measure(PoolName pool) {
        Tags tags = Tags.of("pool", pool.text());
        meters.gauge("motherlode.payouts.refused", tags, () -> alarms.of(pool)
                .refused()
                .times());
        meters.gauge("motherlode.payouts.review", tags, () -> alarms.of(pool).isInReview() ? 1 : 0);
        meters.gauge(
                "motherlode.payouts.waiting",
                tags,
                () -> alarms.of(pool).waiting().isPresent() ? 1 : 0);
        meters.gauge("motherlode.payouts.used.up.seconds", tags, () -> alarms.usedUpSeconds(pool));
        meters.gauge("motherlode.wallet.sweep.atoms", tags, () -> wallets.sweep(pool));
        meters.gauge("motherlode.payout.age.seconds", tags, () -> alarms.openSeconds(pool));
    }

    @PreDestroy
    void stop() {
        repeated.forEach(Repeated::end);
    }
}
