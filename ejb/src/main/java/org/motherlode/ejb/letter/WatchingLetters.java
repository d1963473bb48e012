package org.motherlode.ejb.letter;

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
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.meter.Meters;
import org.motherlode.ejb.queue.Repeated;

/** Looks now and then for dead letters, for the health check and the metrics. */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
@TransactionAttribute(NOT_SUPPORTED)
public class WatchingLetters {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final List<String> QUEUES = List.of("shares", "blocks");

    @Resource(lookup = "java:jboss/datasources/MotherlodeShareDS")
    DataSource source;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    DeadLetterAlarm alarm;

    @Inject
    Meters meters;

    private List<Repeated> repeated = List.of();

    @PostConstruct
    void start() {
        Database database = new Database(source);
        alarm.look(database);
        QUEUES.forEach(
                queue -> meters.gauge("motherlode.dead.letters", Tags.of("queue", queue), () -> alarm.letters(queue)));
        repeated = List.of(Repeated.every(LOOK, "looking for dead letters", () -> alarm.look(database), threads));
    }

    @PreDestroy
    void stop() {
        repeated.forEach(Repeated::end);
    }
}
