package org.motherlode.ejb.books;

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
import org.motherlode.model.books.Invariant;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;

/** Looks now and then what is known of the books, for the health check and the metrics. */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
@TransactionAttribute(NOT_SUPPORTED)
public class WatchingBooks {
    private static final Logger LOG = Logger.getLogger(WatchingBooks.class);
    private static final Duration LOOK = Duration.ofSeconds(10);

    @Resource(lookup = "java:jboss/datasources/MotherlodeShareDS")
    DataSource source;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    OpenPools pools;

    @Inject
    BooksAlarms alarms;

    @Inject
    Meters meters;

    private final Set<PoolName> measured = ConcurrentHashMap.newKeySet();
    private List<Repeated> repeated = List.of();

    @PostConstruct
    void start() {
        try {
            BooksTerms terms = BooksTerms.of(SystemSettings.read());
            repeated = List.of(Repeated.every(LOOK, "looking at the books", () -> look(terms), threads));
        } catch (SettingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private void look(BooksTerms terms) {
        List<PoolName> names = pools.all().stream().map(OpenPool::name).toList();
        names.stream().filter(measured::add).forEach(this::measure);
        try {
            alarms.look(new Database(source), names, terms.interval());
        } catch (DatabaseException e) {
            LOG.debugf("the books could not be looked at, the condition 'database' says why: %s", e.getMessage());
        }
    }

    private void measure(PoolName pool) {
        for (Invariant invariant : Invariant.values()) {
            Tags tags = Tags.of("pool", pool.text(), "invariant", invariant.code());
            meters.gauge("motherlode.books.broken", tags, () -> alarms.broken(pool, invariant));
            meters.gauge("motherlode.books.age.seconds", tags, () -> alarms.age(pool, invariant));
        }
    }

    @PreDestroy
    void stop() {
        repeated.forEach(Repeated::end);
    }
}
