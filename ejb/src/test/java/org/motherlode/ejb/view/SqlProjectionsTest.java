package org.motherlode.ejb.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.reward.Donation;
import org.motherlode.model.reward.Pplns;
import org.motherlode.model.reward.Prop;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Unfilled;
import org.motherlode.model.reward.WindowLength;
import org.motherlode.model.view.BlockView;
import org.motherlode.model.view.PaymentView;
import org.motherlode.model.view.PoolView;
import org.motherlode.model.view.ViewUnavailableException;
import org.motherlode.model.view.WorkerView;

class SqlProjectionsTest {
    private static final Instant NOON = ViewPool.NOON;
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
    void the_hash_rate_is_the_difficulty_of_ten_minutes_by_the_second() {
        tables.share(AMY, "rig", 600_000, ago(Duration.ofMinutes(9)));
        tables.share(BOB, "rig", 599_999, ago(Duration.ofMinutes(1)));
        tables.share(BOB, "rig", 1_000_000, ago(Duration.ofMinutes(11)));

        assertThat(view().hashrate()).isEqualTo(BigInteger.valueOf(1999));
    }

    @Test
    void a_pool_without_any_row_has_a_view() {
        PoolView view = view();

        assertThat(view.hashrate()).isZero();
        assertThat(view.blocksFound()).isZero();
        assertThat(view.lastBlockAt()).isEmpty();
        assertThat(view.terms()).isEqualTo(SchemeTerms.pplns(1, new BasisPoints(150), 200, Unfilled.SCALE));
        assertThat(view.minimumPayout()).isEqualTo(xmr(300_000_000_000L));
        assertThat(view.payoutIntervalSeconds()).isEqualTo(60);
        assertThat(view.state()).isEqualTo("no work: the node gives none at present");
        assertThat(view.ports()).extracting(port -> port.port()).containsExactly(3333);
    }

    @Test
    void the_terms_are_those_of_the_next_block() {
        Donation gift = new Donation(new BasisPoints(25), new MinerAddress("4Eve"));
        Pplns lastShares = new Pplns(new WindowLength.Shares(10_000), Unfilled.CARRY, new BasisPoints(75));
        tables.terms(3, 3_000_009, "'PPLNS', NULL, 10000, 'CARRY', 75, 25, '4Eve'");
        assertThat(view().terms())
                .as("below all versions the one that begins first rules")
                .isEqualTo(new SchemeTerms(3, new BasisPoints(100), Optional.of(gift), lastShares));

        tables.terms(4, 3_000_001, "'PROP', NULL, NULL, NULL, 0, 0, NULL");
        tables.terms(5, 3_000_002, "'SOLO', NULL, NULL, NULL, 0, 0, NULL");
        pool.passes(Duration.ofSeconds(3));
        assertThat(view().terms()).isEqualTo(new SchemeTerms(4, new BasisPoints(100), Optional.empty(), new Prop()));
    }

    @Test
    void orphans_are_not_counted_as_found() {
        tables.share(AMY, "rig", 1, ago(Duration.ofHours(30)));
        tables.block("old", "MATURE", ago(Duration.ofHours(30)));
        tables.share(AMY, "rig", 1, ago(Duration.ofHours(2)));
        tables.block("gone", "ORPHANED", ago(Duration.ofHours(2)));
        tables.share(AMY, "rig", 1, ago(Duration.ofHours(1)));
        tables.block("new", "IMMATURE", ago(Duration.ofHours(1)));

        assertThat(view().blocksFound()).isEqualTo(2);
        assertThat(view().blocksFoundToday()).isEqualTo(1);
        assertThat(view().lastBlockAt()).contains(ago(Duration.ofHours(1)));
    }

    @Test
    void effort_counts_from_the_block_before_to_the_block_s_own_share() {
        tables.share(AMY, "rig", 300, ago(Duration.ofMinutes(60)));
        tables.block("first", "MATURE", ago(Duration.ofMinutes(60)));
        tables.share(BOB, "rig", 500, ago(Duration.ofMinutes(50)));
        tables.share(AMY, "rig", 700, ago(Duration.ofMinutes(40)));
        tables.block("second", "FOUND", ago(Duration.ofMinutes(40)));
        tables.share(AMY, "rig", 40, ago(Duration.ofMinutes(30)));

        List<BlockView> blocks = projections.blocks(ViewPool.NAME, 20, 0);

        assertThat(blocks).extracting(BlockView::id).containsExactly("second", "first");
        assertThat(blocks).extracting(BlockView::effortPercent).containsExactly(Optional.of(120L), Optional.of(30L));
        assertThat(blocks.get(0).reward()).contains(xmr(600_000_000_000L));
        assertThat(view().roundWork()).isEqualTo(BigInteger.valueOf(40));
    }

    @Test
    void the_round_s_work_grows_by_what_arrives_and_by_what_arrives_late() {
        tables.share(AMY, "rig", 100, ago(Duration.ofMinutes(20)));
        tables.complete(ago(Duration.ofMinutes(19)));
        assertThat(view().roundWork()).isEqualTo(BigInteger.valueOf(100));

        tables.share(AMY, "rig", 20, ago(Duration.ofMinutes(18)));
        tables.complete(ago(Duration.ofMinutes(15)));
        tables.share(AMY, "rig", 3, ago(Duration.ofMinutes(14)));
        pool.passes(Duration.ofSeconds(3));

        assertThat(view().roundWork()).isEqualTo(BigInteger.valueOf(123));
    }

    @Test
    void an_answer_is_kept_for_three_seconds() {
        assertThat(view().blocksFound()).isZero();
        tables.share(AMY, "rig", 1, NOON);
        tables.block("new", "FOUND", NOON);

        assertThat(view().blocksFound()).isZero();
        pool.passes(Duration.ofSeconds(3));
        assertThat(view().blocksFound()).isEqualTo(1);
    }

    @Test
    void an_address_that_nobody_used_has_no_view() {
        assertThat(projections.miner(ViewPool.NAME, BOB)).isEmpty();
    }

    @Test
    void who_is_connected_and_has_no_share_yet_has_a_view() {
        pool.connects(BOB, "new");

        assertThat(projections.miner(ViewPool.NAME, BOB).orElseThrow().workers())
                .extracting(WorkerView::name)
                .containsExactly("new");
        assertThat(view().miners()).isEqualTo(1);
    }

    @Test
    void payments_tell_their_transaction_once_the_chain_has_shown_it() {
        tables.payout(AMY, 5, "CONFIRMED");
        tables.payout(BOB, 7, "PREPARED");

        List<PaymentView> payments = projections.payments(ViewPool.NAME, 20, 0);

        assertThat(payments)
                .extracting(PaymentView::state)
                .containsExactly(PayoutState.PREPARED, PayoutState.CONFIRMED);
        assertThat(payments.get(0).transactionId()).isEmpty();
        assertThat(payments.get(1).transactionId()).isPresent();
        assertThat(projections.paymentsOf(ViewPool.NAME, BOB, 20, 0))
                .extracting(PaymentView::amount)
                .containsExactly(xmr(7));
    }

    @Test
    void a_database_that_is_away_is_said_in_words_and_not_asked_again_at_once() {
        postgres.stop();

        assertThatThrownBy(this::view)
                .isInstanceOf(ViewUnavailableException.class)
                .hasMessage("The database does not answer in time; try again in a few seconds.");
        postgres.start();
        assertThatThrownBy(this::view).isInstanceOf(ViewUnavailableException.class);
        pool.passes(Duration.ofSeconds(3));
        assertThat(view().blocksFound()).isZero();
    }

    private PoolView view() {
        return projections.pool(ViewPool.NAME).orElseThrow();
    }

    private static Instant ago(Duration span) {
        return NOON.minus(span);
    }

    private static Money xmr(long atoms) {
        return Money.ofAtoms(atoms, ViewPool.XMR);
    }
}
