package org.motherlode.ejb.share;

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
import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.motherlode.ejb.meter.Meters;
import org.motherlode.ejb.queue.QueueConsumer;
import org.motherlode.ejb.queue.QueueThread;
import org.motherlode.ejb.queue.Repeated;
import org.motherlode.model.share.ShareBatch;

/**
 * Starts and stops what brings shares from the queue to the database. It names the broker, though it gets all from beans: the
 * server stops nothing before what names it, and does not look into producers for that.
 */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
@TransactionAttribute(NOT_SUPPORTED)
@Resource(name = "broker", lookup = "java:/jms/motherlode", type = ConnectionFactory.class)
public class StoringShares {
    private static final Duration HOURLY = Duration.ofHours(1);
    private static final Duration OFTEN = Duration.ofSeconds(1);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    QueueConsumer<ShareBatch> consumer;

    @Inject
    SharePartitions partitions;

    @Inject
    ShareLog log;

    @Inject
    ShareFigures figures;

    @Inject
    Meters meters;

    private Optional<QueueThread> thread = Optional.empty();
    private List<Repeated> repeated = List.of();

    @PostConstruct
    void start() {
        partitions.makeAhead();
        ShareMeters.register(meters, figures, InstantSource.system());
        thread = Optional.of(QueueThread.start(consumer, threads));
        repeated = List.of(
                Repeated.every(HOURLY, "making partitions", partitions::makeAhead, threads),
                Repeated.every(OFTEN, "ending overdue sends", log.queue()::endOverdue, threads));
    }

    @PreDestroy
    void stop() {
        repeated.forEach(Repeated::end);
        thread.ifPresent(QueueThread::stop);
        log.queue().endAll();
    }
}
