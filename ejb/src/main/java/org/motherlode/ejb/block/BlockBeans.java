package org.motherlode.ejb.block;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import java.time.InstantSource;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.motherlode.ejb.queue.DurableQueue;
import org.motherlode.ejb.queue.Intake;
import org.motherlode.ejb.queue.LetterBook;
import org.motherlode.ejb.queue.QueueAccess;
import org.motherlode.ejb.queue.QueueConsumer;
import org.motherlode.ejb.queue.QueueSettings;
import org.motherlode.ejb.queue.Repeated;
import org.motherlode.ejb.queue.SystemSettings;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.SettingException;

/** Puts the parts together from the server's resources. */
@ApplicationScoped
class BlockBeans {
    @Resource(lookup = "java:/jms/motherlode")
    ConnectionFactory factory;

    @Resource(lookup = "java:/jms/queue/blocks")
    Queue blocks;

    @Resource(lookup = "java:/jms/queue/DLQ")
    Queue deadLetters;

    @Resource(lookup = "java:jboss/datasources/MotherlodeShareDS")
    DataSource database;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Event<BlockSubmitted> submitted;

    @Produces
    @Singleton
    BlockLog log(OpenPools pools) throws SettingException {
        DurableQueue queue = new DurableQueue(access(), settings(), System::nanoTime);
        return new BlockLog(queue, pools, new Submitting(pools, telling(submitted)), executor);
    }

    /** Static: when the server stops, this bean and its resources may be gone before the log. */
    static void close(@Disposes BlockLog log) {
        log.queue().endAll();
    }

    @Produces
    @Singleton
    QueueConsumer<BlockMessage> consumer(LetterBook letters) throws SettingException {
        Intake<BlockMessage> intake =
                new Intake<>("blocks", new BlockMessageFormat(), new BlockStore(database), letters);
        return new QueueConsumer<>(access(), intake, settings());
    }

    @Produces
    @Singleton
    BlockAlarms alarms() {
        return new BlockAlarms();
    }

    @Produces
    @Singleton
    BlockCounts counts() {
        return new BlockCounts(database);
    }

    @Produces
    @Singleton
    ConfirmingBlocks confirming(OpenPools pools, Locks locks, BlockAlarms alarms) throws SettingException {
        ConfirmingBlocks.Asking asking = new ConfirmingBlocks.Asking(
                pools, locks, new Submitting(pools, telling(submitted)), InstantSource.system());
        return new ConfirmingBlocks(
                new OpenBlocks(database), asking, ConfirmingTerms.of(SystemSettings.read()), alarms);
    }

    /** An observer's bug must not undo what was committed before it heard of it. */
    private static <T> Consumer<T> telling(Event<T> event) {
        return value -> Repeated.guarded("telling of " + value, () -> event.fire(value));
    }

    private QueueAccess access() {
        return new QueueAccess(factory, blocks, deadLetters);
    }

    private static QueueSettings settings() throws SettingException {
        return QueueSettings.of(SystemSettings.read());
    }
}
