package org.motherlode.ejb.block;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.motherlode.ejb.queue.Health;
import org.motherlode.ejb.queue.QueueConsumer;
import org.motherlode.model.health.Condition;

/** Whether found blocks get to disk, to the database, and to the chain. */
@Dependent
public class BlockHealth {
    private final BlockLog log;
    private final QueueConsumer<BlockMessage> consumer;
    private final BlockAlarms alarms;

    @Inject
    BlockHealth(BlockLog log, QueueConsumer<BlockMessage> consumer, BlockAlarms alarms) {
        this.log = log;
        this.consumer = consumer;
        this.alarms = alarms;
    }

    public List<Condition> now() {
        Health.State queue = log.queue().health();
        Health.State store = consumer.health();
        Health.State chain = alarms.now();
        return List.of(
                new Condition("blocks.queue", queue.up(), true, queue.words()),
                new Condition("blocks.database", store.up(), false, store.words()),
                new Condition("blocks.chain", chain.up(), false, chain.words()));
    }
}
