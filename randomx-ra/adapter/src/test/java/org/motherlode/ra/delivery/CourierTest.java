package org.motherlode.ra.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;
import org.motherlode.ra.epoch.NodeLife;
import org.motherlode.ra.fixture.RecordingListener;
import org.motherlode.ra.fixture.Until;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Troubles;

/** What a share's receipt runs into is no other share's business. */
class CourierTest {
    private static final Work WORK = new Work(
            new PoolName("toy"), new MinerAddress("amy"), "rig", Difficulty.of(5), 7, Hash.of(new byte[Hash.BYTES]));

    private final Figures figures = new Figures();
    private final Troubles troubles = new Troubles(figures, System::nanoTime);
    private final RecordingListener listener = new RecordingListener();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @Test
    void a_receipt_that_breaks_down_keeps_nobody_else_s_share_from_being_stored_and_told() throws Exception {
        try (Courier courier = courier("")) {
            courier.accept(WORK, false, new Heard("broken"));
            courier.accept(WORK, false, new Heard("amy"));
            courier.start();
            Until.until(() -> heard.contains("amy stored"));
            courier.accept(WORK, false, new Heard("bob"));
            Until.until(() -> heard.contains("bob stored"));
        }

        assertThat(listener.storedShares()).hasSize(3);
        assertThat(troubles.conditions())
                .extracting(Condition::name, Condition::needed)
                .containsExactly(tuple("adapter.verdicts", false));
    }

    @Test
    void nor_does_one_that_breaks_down_as_it_is_told_that_it_takes_long() throws Exception {
        try (Courier courier = courier("answer-millis = 10")) {
            courier.accept(WORK, false, new Heard("broken"));
            courier.accept(WORK, false, new Heard("amy"));
            Until.until(() -> {
                courier.tellOverdue();
                return heard.contains("amy late");
            });
            courier.start();
        }

        assertThat(listener.storedShares()).hasSize(2);
        assertThat(heard).containsExactly("amy late");
    }

    private Courier courier(String settings) throws Exception {
        Listeners listeners = new Listeners();
        listeners.activate(listener);
        Dispatch dispatch = new Dispatch(DeliverySettings.of(Settings.parse(settings)), listeners, figures, troubles);
        AcceptanceClock clock = new AcceptanceClock(InstantSource.system(), Instant.EPOCH, () -> Instant.MAX);
        return new Courier(dispatch, new NodeLife(0, 1, 0), clock, new RefusedTally(10));
    }

    private final class Heard implements Receipt {
        private final String name;

        Heard(String name) {
            this.name = name;
        }

        @Override
        public void stored() {
            hear("stored");
        }

        @Override
        public void late() {
            hear("late");
        }

        private void hear(String what) {
            if (name.equals("broken")) {
                throw new AssertionError("a bug");
            }
            heard.add(name + " " + what);
        }
    }
}
