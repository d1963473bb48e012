package org.motherlode.ejb.view;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.payout.PayoutOutlook;
import org.motherlode.model.payout.Prospect;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.view.DayView;
import org.motherlode.model.view.MinerView;
import org.motherlode.model.view.WorkerView;

class MinerProjectionsTest {
    private static final String AMY = "4Amy";
    private static final String BOB = "4Bob";

    private final EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
    private final ViewPool pool = new ViewPool();
    private ViewTables tables;
    private EntityManagerFactory entities;
    private SqlProjections projections;

    @BeforeEach
    void open() {
        Migrations.run(postgres);
        tables = new ViewTables(postgres.ownerDataSource());
        entities = ViewEntities.on(postgres.appDataSource());
        projections = pool.projections(postgres.appDataSource(), entities);
    }

    @AfterEach
    void close() {
        entities.close();
        postgres.close();
    }

    @Test
    void a_miner_sees_workers_refusals_and_every_balance() {
        tables.share(AMY, "rig", 1200, ago(Duration.ofMinutes(5)));
        tables.share(AMY, "rig", 1200, ago(Duration.ofHours(5)));
        tables.share(AMY, "laptop", 600, ago(Duration.ofMinutes(4)));
        tables.refused(AMY, "rig", "STALE", 2);
        tables.refused(AMY, "attic", "LOW_DIFFICULTY", 5);
        tables.credit(AMY, "miner:immature", 11);
        tables.credit(AMY, "miner:payable", 22);
        tables.payout(AMY, 33, "CONFIRMED");
        pool.connects(AMY, "rig");

        MinerView amy = projections.miner(ViewPool.NAME, AMY).orElseThrow();

        assertThat(amy.hashrate()).isEqualTo(BigInteger.valueOf(3));
        assertThat(amy.sharesValid()).isEqualTo(3);
        assertThat(amy.sharesInvalid()).isEqualTo(7);
        assertThat(amy.refused()).isEqualTo(Map.of(ShareRefusal.STALE, 2L, ShareRefusal.LOW_DIFFICULTY, 5L));
        assertThat(amy.immature()).isEqualTo(ViewPool.xmr(11));
        assertThat(amy.payable()).isEqualTo(ViewPool.xmr(22));
        assertThat(amy.reserved()).isEqualTo(ViewPool.xmr(0));
        assertThat(amy.paid()).isEqualTo(ViewPool.xmr(33));
        assertThat(amy.lastShareAt()).contains(ago(Duration.ofMinutes(4)));
        assertThat(amy.workers()).extracting(WorkerView::name).containsExactly("laptop", "rig", "attic");
        assertThat(amy.workers()).extracting(WorkerView::online).containsExactly(false, true, false);
        assertThat(amy.workers().get(1).refused()).isEqualTo(Map.of(ShareRefusal.STALE, 2L));
    }

    @Test
    void a_miner_s_shares_reach_back_to_the_first_one_also_when_single_shares_are_gone() {
        tables.share(AMY, "old", 500, ago(Duration.ofDays(400)));
        tables.share(AMY, "rig", 600, ago(Duration.ofDays(2)));
        tables.share(AMY, "rig", 700, ago(Duration.ofHours(1)));
        tables.share(BOB, "rig", 999, ago(Duration.ofHours(1)));
        tables.refused(AMY, "rig", "STALE", 4);
        tables.forgetShares();

        MinerView amy = projections.miner(ViewPool.NAME, AMY).orElseThrow();

        assertThat(amy.sharesValid()).isEqualTo(3);
        assertThat(amy.firstDay()).contains(LocalDate.parse("2025-01-25"));
        assertThat(amy.days())
                .containsExactly(
                        new DayView(LocalDate.parse("2026-03-01"), 1, 4, BigInteger.valueOf(700)),
                        new DayView(LocalDate.parse("2026-02-27"), 1, 0, BigInteger.valueOf(600)));
        assertThat(amy.workers()).extracting(WorkerView::name).containsExactly("rig", "old");
        assertThat(amy.workers()).extracting(WorkerView::sharesValid).containsExactly(2L, 1L);
    }

    @Test
    void a_miner_s_blocks_are_counted_without_orphans() {
        tables.share(AMY, "rig", 1, ago(Duration.ofHours(2)));
        tables.block("gone", "ORPHANED", ago(Duration.ofHours(2)));
        tables.share(AMY, "rig", 1, ago(Duration.ofHours(1)));
        tables.block("good", "MATURE", ago(Duration.ofHours(1)));

        assertThat(projections.miner(ViewPool.NAME, AMY).orElseThrow().blocksFound())
                .isEqualTo(1);
    }

    @Test
    void a_miner_is_told_why_he_is_not_paid_and_the_whole_pool_is_asked_for_once_in_a_while() {
        tables.share(AMY, "rig", 1, ago(Duration.ofHours(1)));
        tables.share(BOB, "rig", 1, ago(Duration.ofHours(1)));
        Prospect prospect = new Prospect(Prospect.Reason.LATER_TURN, "number 7 in line", Optional.empty());
        pool.outlook = Optional.of(new PayoutOutlook(
                Optional.empty(),
                new TreeMap<>(Map.of(new MinerAddress(AMY), new PayoutOutlook.Line(ViewPool.xmr(22), prospect)))));

        assertThat(projections.miner(ViewPool.NAME, AMY).orElseThrow().prospect())
                .contains(prospect);
        pool.outlook = Optional.empty();
        pool.passes(Duration.ofSeconds(29));
        assertThat(projections.miner(ViewPool.NAME, BOB).orElseThrow().prospect())
                .isEmpty();
        assertThat(projections.miner(ViewPool.NAME, AMY).orElseThrow().prospect())
                .contains(prospect);
        pool.passes(Duration.ofSeconds(4));
        assertThat(projections.miner(ViewPool.NAME, AMY).orElseThrow().prospect())
                .isEmpty();
    }

    private static Instant ago(Duration span) {
        return ViewPool.NOON.minus(span);
    }
}
