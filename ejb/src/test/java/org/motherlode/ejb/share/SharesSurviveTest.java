package org.motherlode.ejb.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.letter.BatchMarks;
import org.motherlode.ejb.letter.DeadLetterRows;
import org.motherlode.ejb.queue.Bounds;
import org.motherlode.ejb.queue.Broker;
import org.motherlode.ejb.queue.DurableQueue;
import org.motherlode.ejb.queue.Intake;
import org.motherlode.ejb.queue.QueueConsumer;
import org.motherlode.ejb.queue.QueueThread;
import org.motherlode.model.share.ShareBatch;

/** The way of a share from the adapter to its row, with a real broker and a real database that come and go. */
@Timeout(120)
class SharesSurviveTest {
    private static final Batches NODE = new Batches(1, 7, 0);

    @TempDir
    Path folder;

    @Test
    void shares_that_came_without_a_database_are_all_there_once_it_is_back() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
                Broker broker = Broker.on(folder.resolve("a"))) {
            Migrations.run(postgres);
            ShareLog log = log(broker);
            QueueThread thread = consuming(broker, postgres);
            log.append(NODE.of(1, 10));
            untilStored(postgres, 10);

            postgres.stopImmediately();
            for (long first = 11; first < 111; first += 10) {
                log.append(NODE.of(first, first + 9));
            }
            postgres.start();

            untilStored(postgres, 110);
            thread.stop();
            assertThat(new Tables(postgres.appDataSource()).progress(1, 7)).isEqualTo("110 of 110");
            assertThat(broker.count("shares")).isZero();
        }
    }

    @Test
    void what_the_miner_was_told_is_stored_after_a_crash_even_if_it_was_stored_before() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
                Broker broker = Broker.on(folder.resolve("a"))) {
            Migrations.run(postgres);
            ShareBatch stored = NODE.of(1, 5);
            log(broker).append(stored);
            log(broker).append(NODE.of(6, 8));
            new ShareLedger(postgres.appDataSource(), new ShareFigures()).store(List.of(stored));

            try (Broker other = broker.afterCrash(folder.resolve("b"))) {
                QueueThread thread = consuming(other, postgres);
                untilStored(postgres, 8);
                thread.stop();
            }

            assertThat(new Tables(postgres.appDataSource()).progress(1, 7)).isEqualTo("8 of 8");
        }
    }

    @Test
    void a_last_batch_that_nobody_can_read_holds_up_the_blocks_behind_it() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
                Broker broker = Broker.on(folder.resolve("a"))) {
            Migrations.run(postgres);
            Tables tables = new Tables(postgres.appDataSource());
            ShareBatch last = NODE.of(1, 5);
            DurableQueue queue = new DurableQueue(broker.access("shares"), Bounds.SHORT, System::nanoTime);
            queue.send(
                    last.id().toString(),
                    new byte[] {1, 2, 3},
                    BatchMarks.of(last).written());
            log(broker).append(new Batches(1, 8, 7).of(1, 9));
            QueueThread thread = consuming(broker, postgres);
            untilStored(postgres, 9);
            tables.block(1, 8, 9);
            thread.stop();

            assertThat(tables.blockIsComplete()).isFalse();
            assertThat(broker.count("DLQ")).isEqualTo(1);
            assertThat(tables.ask("SELECT queue || ' ' || node || '/' || epoch FROM dead_letter"))
                    .isEqualTo("shares 1/7");
            queue.endAll();
        }
    }

    @Test
    void a_server_that_has_not_its_node_s_id_stores_shares_and_does_not_vouch_for_the_node() throws Exception {
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            DurableQueue queue = new DurableQueue(broker.access("shares"), Bounds.SHORT, System::nanoTime);
            ShareLog stranger = new ShareLog(queue, () -> false);

            stranger.append(NODE.signOfLife(0, 5));
            assertThat(broker.count("shares")).isZero();
            stranger.append(NODE.of(1, 1));
            assertThat(broker.count("shares")).isEqualTo(1);
            queue.endAll();
        }
    }

    private static ShareLog log(Broker broker) {
        return new ShareLog(new DurableQueue(broker.access("shares"), Bounds.SHORT, System::nanoTime), () -> true);
    }

    private static QueueThread consuming(Broker broker, EmbeddedPostgres postgres) {
        ShareLedger ledger = new ShareLedger(postgres.appDataSource(), new ShareFigures());
        Intake<ShareBatch> intake =
                new Intake<>("shares", new ShareBatchFormat(), ledger, new DeadLetterRows(postgres.appDataSource()));
        QueueConsumer<ShareBatch> consumer = new QueueConsumer<>(broker.access("shares"), intake, Bounds.SHORT);
        return QueueThread.start(consumer, Executors.defaultThreadFactory());
    }

    private static void untilStored(EmbeddedPostgres postgres, long shares) throws Exception {
        Tables tables = new Tables(postgres.appDataSource());
        while (tables.shares() < shares) {
            // The time limit interrupts, which neither this loop nor the driver would notice.
            if (Thread.interrupted()) {
                throw new InterruptedException(tables.shares() + " of " + shares + " shares are stored");
            }
            Thread.onSpinWait();
        }
        assertThat(tables.shares()).isEqualTo(shares);
        assertThat(tables.daysAreShares()).isTrue();
        assertThat(tables.slicesAreShares()).isTrue();
    }
}
