package org.motherlode.ejb.share;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.motherlode.ejb.queue.Health;
import org.motherlode.ejb.queue.QueueConsumer;
import org.motherlode.model.health.Condition;
import org.motherlode.model.share.ShareBatch;

/** Whether shares get to disk, and from there to the database. Only the first is needed to serve miners. */
@Dependent
public class ShareHealth {
    private final ShareLog log;
    private final QueueConsumer<ShareBatch> consumer;

    @Inject
    ShareHealth(ShareLog log, QueueConsumer<ShareBatch> consumer) {
        this.log = log;
        this.consumer = consumer;
    }

    public List<Condition> now() {
        Health.State queue = log.queue().health();
        Health.State ledger = consumer.health();
        return List.of(
                new Condition("shares.queue", queue.up(), true, queue.words()),
                new Condition("shares.ledger", ledger.up(), false, ledger.words()));
    }
}
