package org.motherlode.ra.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.share.ShareBatch;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;
import org.motherlode.ra.epoch.NodeLife;

class ShareLineTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.000000999Z");
    private static final PoolName POOL = new PoolName("toy");
    private static final MinerAddress AMY = new MinerAddress("amy");
    private static final Work WORK = new Work(POOL, AMY, "rig", Difficulty.of(5), 7, Hash.of(new byte[Hash.BYTES]));
    private static final Receipt NOBODY = new Receipt() {
        @Override
        public void stored() {}

        @Override
        public void late() {}
    };

    private final RefusedTally refused = new RefusedTally(2);

    @Test
    void times_rise_by_microseconds_though_the_clock_stands_still() throws Exception {
        ShareLine line = line("");
        Instant noon = NOON.truncatedTo(ChronoUnit.MICROS);

        assertThat(line.enter(WORK, false, NOBODY).orElseThrow().acceptedAt()).isEqualTo(noon);
        assertThat(line.enter(WORK, false, NOBODY).orElseThrow().acceptedAt()).isEqualTo(noon.plusNanos(1_000));
    }

    @Test
    void who_enters_after_a_batch_was_closed_is_later_than_its_closing() throws Exception {
        ShareLine line = line("");
        line.enter(WORK, false, NOBODY);
        ShareBatch batch = line.nextBatch();
        line.stored(batch);
        ShareBatch sign = line.nextBatch();

        assertThat(batch.lastSequence()).isEqualTo(1);
        assertThat(sign.shares()).isEmpty();
        assertThat(sign.lastSequence()).isEqualTo(1);
        assertThat(line.enter(WORK, false, NOBODY).orElseThrow().acceptedAt()).isAfter(sign.closedAt());
    }

    @Test
    void a_batch_that_leaves_some_behind_vouches_only_up_to_its_last_share() throws Exception {
        ShareLine line = line("batch-shares = 2");
        for (int i = 0; i < 3; i++) {
            line.enter(WORK, false, NOBODY);
        }
        ShareBatch batch = line.nextBatch();
        line.stored(batch);
        ShareBatch rest = line.nextBatch();

        assertThat(batch.lastSequence()).isEqualTo(2);
        assertThat(batch.closedAt()).isEqualTo(batch.shares().get(1).acceptedAt());
        assertThat(rest.shares()).singleElement().satisfies(share -> assertThat(share.acceptedAt())
                .isAfter(batch.closedAt()));
    }

    @Test
    void what_is_being_stored_counts_against_the_bound_and_a_block_does_not() throws Exception {
        ShareLine line = line("share-line = 1");
        line.enter(WORK, false, NOBODY);
        ShareBatch batch = line.nextBatch();

        assertThat(line.enter(WORK, false, NOBODY)).isEmpty();
        assertThat(line.enter(WORK, true, NOBODY)).isPresent();
        line.stored(batch);
        assertThat(line.unstored()).isEqualTo(1);
    }

    @Test
    void everybody_hears_once() throws Exception {
        ShareLine line = line("answer-millis = 1000");
        line.enter(WORK, false, NOBODY);
        ShareBatch batch = line.nextBatch();
        long now = System.nanoTime();

        assertThat(line.overdue(now)).isEmpty();
        assertThat(line.overdue(now + 2_000_000_000L)).hasSize(1);
        assertThat(line.overdue(now + 3_000_000_000L)).isEmpty();
        assertThat(line.stored(batch)).isEmpty();
    }

    @Test
    void refused_shares_are_counted_by_kind_up_to_a_bound_and_travel_once() throws Exception {
        ShareLine line = line("");
        refused.add(POOL, AMY, "a", ShareRefusal.STALE);
        refused.add(POOL, AMY, "a", ShareRefusal.STALE);
        refused.add(POOL, AMY, "b", ShareRefusal.STALE);
        refused.add(POOL, AMY, "c", ShareRefusal.STALE);
        ShareBatch batch = line.nextBatch();
        line.stored(batch);

        assertThat(batch.refused())
                .extracting(count -> count.worker() + count.count())
                .containsExactlyInAnyOrder("a2", "b1");
        assertThat(line.nextBatch().refused()).isEmpty();
    }

    /** Whatever keeps its carrier from bringing it away: who waits in line must not be told that it is stored. */
    @Test
    void a_batch_is_given_again_until_it_is_stored() throws Exception {
        ShareLine line = line("");
        line.enter(WORK, false, NOBODY);
        ShareBatch batch = line.nextBatch();
        line.enter(WORK, false, NOBODY);

        assertThat(line.nextBatch()).isEqualTo(batch);
        assertThat(line.unstored()).isEqualTo(2);
        assertThat(line.stored(batch)).hasSize(1);
        assertThat(line.nextBatch().lastSequence()).isEqualTo(2);
    }

    @Test
    void a_batch_that_cannot_be_made_leaves_its_shares_in_line() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        ShareLine line = line("", () -> {
            if (broken.get()) {
                throw new AssertionError("a bug");
            }
            return Instant.MAX;
        });
        line.enter(WORK, false, NOBODY);
        broken.set(true);
        assertThatThrownBy(line::nextBatch).hasMessage("a bug");
        broken.set(false);

        assertThat(line.nextBatch().shares()).hasSize(1);
    }

    private ShareLine line(String settings) throws Exception {
        return line(settings, () -> Instant.MAX);
    }

    private ShareLine line(String settings, Supplier<Instant> reserved) throws Exception {
        return new ShareLine(
                new NodeLife(1, 9, 8),
                DeliverySettings.of(Settings.parse(settings)),
                refused,
                new AcceptanceClock(InstantSource.fixed(NOON), Instant.EPOCH, reserved));
    }
}
