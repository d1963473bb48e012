package org.motherlode.ejb.retention;

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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.meter.Meters;
import org.motherlode.ejb.queue.Repeated;
import org.motherlode.ejb.queue.SystemSettings;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.SettingException;

/** Looks now and then for shares that may go. */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
@TransactionAttribute(NOT_SUPPORTED)
public class LettingSharesGo {
    private static final Duration ROUND = Duration.ofMinutes(30);

    @Resource(lookup = "java:jboss/datasources/MotherlodeShareDS")
    DataSource source;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    OpenPools pools;

    @Inject
    Meters meters;

    private List<Repeated> repeated = List.of();

    @PostConstruct
    void start() {
        try {
            OldShares old = new OldShares(new Database(source), pools, Retention.of(SystemSettings.read()));
            meters.gauge("motherlode.share.days", Tags.empty(), () -> old.days(LocalDate.now(ZoneOffset.UTC)));
            meters.gauge(
                    "motherlode.share.days.held",
                    Tags.empty(),
                    () -> old.keptFor().isEmpty() ? 0 : 1);
            meters.counter("motherlode.share.days.dropped", Tags.empty(), old::dropped);
            repeated = List.of(Repeated.every(ROUND, "letting old shares go", old::letGo, threads));
        } catch (SettingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @PreDestroy
    void stop() {
        repeated.forEach(Repeated::end);
    }
}
