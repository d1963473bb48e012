package org.motherlode.ejb.terms;

import static jakarta.ejb.ConcurrencyManagementType.BEAN;
import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

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
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.ejb.queue.Repeated;
import org.motherlode.model.pool.OpenPools;

/** Writes the first version of an open pool's terms, and looks now and then whether its settings still say what rules. */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
@TransactionAttribute(NOT_SUPPORTED)
public class WatchingTerms {
    private static final Logger LOG = Logger.getLogger(WatchingTerms.class);
    private static final Duration LOOK = Duration.ofSeconds(10);

    @Resource(lookup = "java:jboss/datasources/MotherlodeShareDS")
    DataSource source;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    OpenPools pools;

    @Inject
    TermsAlarms alarms;

    private List<Repeated> repeated = List.of();

    @PostConstruct
    void start() {
        repeated = List.of(Repeated.fromNowOn(LOOK, "looking at terms", this::look, threads));
    }

    private void look() {
        try {
            alarms.look(new Database(source), Coins.of(pools).all());
        } catch (DatabaseException e) {
            LOG.debugf("terms could not be looked at, the condition 'database' says why: %s", e.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        repeated.forEach(Repeated::end);
    }
}
