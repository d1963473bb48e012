package org.motherlode.ejb.ban;

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
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.infinispan.Cache;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.queue.Repeated;
import org.motherlode.ejb.queue.SystemSettings;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.stratum.StratumGateway;

/** Brings the adapter its bans before the pools open, and keeps them while the application runs. */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
@TransactionAttribute(NOT_SUPPORTED)
public class KeepingBans {
    @Resource(lookup = StratumGateway.JNDI_NAME)
    StratumGateway gateway;

    @Resource(lookup = "java:jboss/datasources/MotherlodeShareDS")
    DataSource database;

    /** Which container is the operator's word: a cluster's opens a port, that of a server alone does not. */
    @Resource(lookup = "java:jboss/infinispan/cache/${motherlode.cluster.container:motherlode-alone}/bans")
    Cache<String, String> cache;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    BanDoor door;

    private List<Repeated> repeated = List.of();
    private Runnable deaf = () -> {};

    @PostConstruct
    void start() {
        InstantSource clock = InstantSource.system();
        BanTerms terms = terms();
        BanCache shared = new BanCache(cache, clock);
        BanKeeper keeper =
                new BanKeeper(gateway.bans(), new BanRows(new Database(database), terms), shared, terms, clock);
        deaf = shared.listen(keeper::heard, keeper::heardOfLift);
        keeper.mirror();
        door.open(keeper);
        repeated = List.of(
                Repeated.every(terms.look(), "carrying bans", keeper::carry, threads),
                Repeated.every(terms.mirror(), "mirroring bans", keeper::mirror, threads));
    }

    @PreDestroy
    void stop() {
        door.close();
        repeated.forEach(Repeated::end);
        deaf.run();
    }

    private static BanTerms terms() {
        try {
            return BanTerms.of(SystemSettings.read());
        } catch (SettingException e) {
            throw new IllegalStateException("bans cannot be kept: " + e.getMessage(), e);
        }
    }
}
