package org.motherlode.ejb.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ejb.queue.Bounds;
import org.motherlode.ejb.queue.Broker;
import org.motherlode.ejb.queue.DurableQueue;
import org.motherlode.ejb.queue.QueueUnavailableException;

class BlockLogTest {
    @TempDir
    Path folder;

    private final FakeNode node = new FakeNode();
    private final List<BlockSubmitted> events = new ArrayList<>();

    @Test
    void a_block_goes_to_disk_and_to_the_node() throws Exception {
        try (Broker broker = Broker.on(folder)) {
            log(broker, Runnable::run).announce(Found.block(Optional.empty()));

            assertThat(broker.count("blocks")).isEqualTo(1);
            assertThat(node.submitted).hasSize(1);
            assertThat(events).containsExactly(new BlockSubmitted(FakeNode.POOL));
        }
    }

    @Test
    void a_block_is_on_disk_although_the_node_is_away() throws Exception {
        node.isAway(true);
        try (Broker broker = Broker.on(folder)) {
            log(broker, Runnable::run).announce(Found.block(Optional.empty()));

            assertThat(broker.count("blocks")).isEqualTo(1);
            assertThat(events).isEmpty();
        }
    }

    @Test
    void a_block_is_on_disk_although_no_thread_was_free_to_submit_it() throws Exception {
        try (Broker broker = Broker.on(folder)) {
            log(broker, task -> {
                        throw new RejectedExecutionException("full");
                    })
                    .announce(Found.block(Optional.empty()));

            assertThat(broker.count("blocks")).isEqualTo(1);
        }
    }

    @Test
    void a_block_reaches_the_node_although_the_disk_takes_nothing() {
        Broker broker = Broker.on(folder);
        BlockLog log = log(broker, Runnable::run);
        broker.close();

        assertThatThrownBy(() -> log.announce(Found.block(Optional.empty())))
                .isInstanceOf(QueueUnavailableException.class);
        assertThat(node.submitted).hasSize(1);
    }

    private BlockLog log(Broker broker, Executor executor) {
        DurableQueue queue = new DurableQueue(broker.access("blocks"), Bounds.SHORT, System::nanoTime);
        return new BlockLog(queue, node, new Submitting(node, events::add), executor);
    }
}
