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
import java.util.List;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.meter.Meters;
import org.motherlode.ejb.queue.Repeated;
import org.motherlode.ejb.queue.SystemSettings;
import org.motherlode.model.pool.SettingException;

/** Looks now and then for runs of the batch jobs that may go. */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
@TransactionAttribute(NOT_SUPPORTED)
public class LettingRunsGo {
    @Resource(lookup = "java:jboss/datasources/MotherlodeShareDS")
    DataSource source;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Meters meters;

    private List<Repeated> repeated = List.of();

    @PostConstruct
    void start() {
        try {
            RunRetention retention = RunRetention.of(SystemSettings.read());
            OldRuns old = new OldRuns(new Database(source), retention);
            meters.counter("motherlode.job.runs.purged", Tags.empty(), old::gone);
            repeated = List.of(Repeated.every(retention.pause(), "letting old runs go", old::letGo, threads));
        } catch (SettingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @PreDestroy
    void stop() {
        repeated.forEach(Repeated::end);
    }
}
