package org.motherlode.ejb.block;

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
import java.util.List;
import java.util.Optional;
import org.motherlode.ejb.meter.Meters;
import org.motherlode.ejb.queue.QueueConsumer;
import org.motherlode.ejb.queue.QueueThread;
import org.motherlode.ejb.queue.Repeated;

/** Starts and stops what brings blocks to the database and follows them there. Names the broker to stop before it. */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
@TransactionAttribute(NOT_SUPPORTED)
@Resource(name = "broker", lookup = "java:/jms/motherlode", type = ConnectionFactory.class)
public class FollowingBlocks {
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration COUNT = Duration.ofSeconds(15);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    QueueConsumer<BlockMessage> consumer;

    @Inject
    ConfirmingBlocks confirming;

    @Inject
    BlockLog log;

    @Inject
    BlockCounts counts;

    @Inject
    Meters meters;

    private Optional<QueueThread> thread = Optional.empty();
    private List<Repeated> repeated = List.of();

    @PostConstruct
    void start() {
        counts.register(meters);
        thread = Optional.of(QueueThread.start(consumer, threads));
        repeated = List.of(
                Repeated.every(ROUND, "confirming blocks", confirming::round, threads),
                Repeated.every(ROUND, "ending overdue sends", log.queue()::endOverdue, threads),
                Repeated.every(COUNT, "counting blocks", counts::refresh, threads));
    }

    @PreDestroy
    void stop() {
        repeated.forEach(Repeated::end);
        thread.ifPresent(QueueThread::stop);
        log.queue().endAll();
    }
}
