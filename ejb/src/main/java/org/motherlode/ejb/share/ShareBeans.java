package org.motherlode.ejb.share;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import javax.sql.DataSource;
import org.motherlode.ejb.node.NodeClaim;
import org.motherlode.ejb.queue.DurableQueue;
import org.motherlode.ejb.queue.Intake;
import org.motherlode.ejb.queue.LetterBook;
import org.motherlode.ejb.queue.QueueAccess;
import org.motherlode.ejb.queue.QueueConsumer;
import org.motherlode.ejb.queue.QueueSettings;
import org.motherlode.ejb.queue.SystemSettings;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.share.ShareBatch;

/** Puts the parts together from the server's resources. */
@ApplicationScoped
class ShareBeans {
    @Resource(lookup = "java:/jms/motherlode")
    ConnectionFactory factory;

    @Resource(lookup = "java:/jms/queue/shares")
    Queue shares;

    @Resource(lookup = "java:/jms/queue/DLQ")
    Queue deadLetters;

    @Resource(lookup = "java:jboss/datasources/MotherlodeShareDS")
    DataSource database;

    @Produces
    @Singleton
    ShareLog log(NodeClaim node) throws SettingException {
        return new ShareLog(new DurableQueue(access(), settings(), System::nanoTime), () -> node.standing()
                .isOurs());
    }

    /** Static: when the server stops, this bean and its resources may be gone before the log. */
    static void close(@Disposes ShareLog log) {
        log.queue().endAll();
    }

    @Produces
    @Singleton
    ShareFigures figures() {
        return new ShareFigures();
    }

    @Produces
    @Singleton
    QueueConsumer<ShareBatch> consumer(ShareFigures figures, LetterBook letters) throws SettingException {
        Intake<ShareBatch> intake =
                new Intake<>("shares", new ShareBatchFormat(), new ShareLedger(database, figures), letters);
        return new QueueConsumer<>(access(), intake, settings());
    }

    @Produces
    @Singleton
    KnownNodes nodes() {
        return new KnownNodes(database);
    }

    @Produces
    @Singleton
    SharePartitions partitions() throws SettingException {
        int ahead = (int) SystemSettings.read().number("motherlode.share.partition-days-ahead", 7, 1, 60);
        return new SharePartitions(database, ahead);
    }

    private QueueAccess access() {
        return new QueueAccess(factory, shares, deadLetters);
    }

    private static QueueSettings settings() throws SettingException {
        return QueueSettings.of(SystemSettings.read());
    }
}
