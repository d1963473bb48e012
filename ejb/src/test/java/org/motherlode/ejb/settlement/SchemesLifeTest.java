package org.motherlode.ejb.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.OneConnection;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.settlement.SettlementTask;
import org.motherlode.model.settlement.Stage;

/** Blocks of every scheme, with donation and bonus, from the freeze to the end that the chain gives them. */
class SchemesLifeTest {
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
    private static final DataSource KEPT = OneConnection.of(POSTGRES.appDataSource());
    private static final BigInteger SIZE = BigInteger.valueOf(400);
    private static final Optional<BigInteger> REWARD = Optional.of(BigInteger.valueOf(10_007));
    private static int pools = 500;

    @BeforeAll
    static void migrate() {
        Migrations.run(POSTGRES);
    }

    @AfterAll
    static void end() {
        POSTGRES.close();
    }

    @Test
    void bonus_and_donation_become_payable_and_are_paid_like_a_part() {
        SettledPool pool = pool(Map.of("window.percent", "100", "finder-bonus.basis-points", "250"));
        long block = aAndB(pool);
        pool.settle();
        // fee 100, donation 50, net 9857, bonus 246, rest 9611 by 100 : 300
        assertThat(pool.miners(AccountKind.MINER_IMMATURE)).isEqualTo(atoms("a", 2403 + 246, "b", 7208, "gift", 50));
        matures(pool, block);

        assertThat(pool.miners(AccountKind.MINER_IMMATURE)).isEmpty();
        assertThat(pool.miners(AccountKind.MINER_PAYABLE)).isEqualTo(atoms("a", 2649, "b", 7208, "gift", 50));
        assertThat(pool.balance(AccountKind.FEES)).isEqualTo(BigInteger.valueOf(100));
        assertThat(pool.balance(AccountKind.WALLET)).isEqualTo(BigInteger.valueOf(-10_007));
        pool.pays("gift", 50);
        assertThat(pool.balance(AccountKind.MINER_PAYABLE, "gift")).isZero();
    }

    @Test
    void an_orphan_takes_bonus_and_donation_back() {
        SettledPool pool = pool(Map.of("window.percent", "100", "finder-bonus.basis-points", "250"));
        long block = aAndB(pool);
        pool.settle();
        pool.becomes(block, "ORPHANED", Optional.empty());
        pool.settle();

        assertThat(pool.miners(AccountKind.MINER_IMMATURE)).isEmpty();
        assertThat(pool.balance(AccountKind.IMMATURE)).isZero();
        assertThat(pool.balance(AccountKind.FEES)).isZero();
    }

    @Test
    void another_final_reward_divides_bonus_and_donation_anew() {
        SettledPool pool = pool(Map.of("window.percent", "100", "finder-bonus.basis-points", "1000"));
        long block = aAndB(pool);
        pool.settle();
        pool.becomes(block, "MATURE", Optional.of(BigInteger.valueOf(1000)));
        pool.settle();

        // fee 10, donation 5, net 985, bonus 98, rest 887: 221.75 and 665.25
        assertThat(pool.miners(AccountKind.MINER_PAYABLE)).isEqualTo(atoms("a", 222 + 98, "b", 665, "gift", 5));
        assertThat(pool.miners(AccountKind.MINER_IMMATURE)).isEmpty();
        assertThat(pool.balance(AccountKind.IMMATURE)).isZero();
    }

    @Test
    void a_block_lost_after_maturity_takes_what_is_left_of_bonus_and_donation_and_gives_it_again() {
        SettledPool pool = pool(Map.of("window.percent", "100", "finder-bonus.basis-points", "250"));
        long block = aAndB(pool);
        pool.settle();
        matures(pool, block);
        pool.pays("gift", 30);
        pool.pays("a", 2649);
        pool.becomes(block, "ORPHANED", Optional.empty());
        pool.settle();

        assertThat(pool.miners(AccountKind.MINER_PAYABLE)).isEmpty();
        assertThat(pool.balance(AccountKind.FEES)).isZero();
        assertThat(pool.balance(AccountKind.ORPHAN_LOSS)).isEqualTo(BigInteger.valueOf(-(30 + 2649)));
        matures(pool, block);
        assertThat(pool.miners(AccountKind.MINER_PAYABLE)).isEqualTo(atoms("b", 7208, "gift", 20));
        assertThat(pool.balance(AccountKind.ORPHAN_LOSS)).isZero();
    }

    @Test
    void a_round_begins_after_the_block_before_though_that_was_orphaned() {
        SettledPool pool = pool(Map.of("scheme", "prop"));
        long first = aAndB(pool);
        pool.becomes(first, "ORPHANED", Optional.empty());
        pool.share("c", BigInteger.valueOf(10));
        pool.share("b", BigInteger.valueOf(30));
        long second = pool.block(SIZE, REWARD);
        pool.settle();

        assertThat(pool.weights(second)).isEqualTo(atoms("b", 30, "c", 10));
        // net 9857: 7392.75 and 2464.25
        assertThat(pool.miners(AccountKind.MINER_IMMATURE)).isEqualTo(atoms("b", 7393, "c", 2464, "gift", 50));
        pool.becomes(first, "IMMATURE", Optional.empty());
        pool.settle();
        assertThat(pool.weights(first)).isEqualTo(atoms("a", 100, "b", 300));
    }

    @Test
    void a_round_waits_while_a_found_block_lies_in_the_dead_letters_and_other_windows_do_not() {
        SettledPool rounds = pool(Map.of("scheme", "prop"));
        SettledPool windows = pool(Map.of("window.percent", "100"));
        long first = aAndB(rounds);
        aAndB(windows);
        rounds.settle();
        windows.settle();
        rounds.share("c", BigInteger.TEN);
        rounds.block(SIZE, REWARD);
        windows.share("c", BigInteger.TEN);
        windows.block(SIZE, REWARD);
        rounds.database.change("INSERT INTO dead_letter (letter, queue, why) VALUES ('ID:5', 'blocks', 'newer')");

        assertThat(rounds.due()).isEmpty();
        assertThat(windows.due()).extracting(SettlementTask::stage).containsExactly(Stage.ALLOT);
        rounds.becomes(first, "ORPHANED", Optional.empty());
        assertThat(rounds.due())
                .as("what was frozen goes on")
                .extracting(SettlementTask::stage)
                .containsExactly(Stage.REVERSE);
        rounds.database.change("UPDATE dead_letter SET ended = 'STORED', ended_at = now() WHERE letter = 'ID:5'");
        rounds.settle();
        assertThat(rounds.miners(AccountKind.MINER_IMMATURE)).containsOnlyKeys("c", "gift");
    }

    @Test
    void a_block_of_ones_own_is_the_finders_though_others_had_shares() {
        SettledPool pool = pool(Map.of("scheme", "solo"));
        long block = aAndB(pool);
        pool.settle();

        assertThat(pool.weights(block)).isEqualTo(atoms("a", 1));
        assertThat(pool.miners(AccountKind.MINER_IMMATURE)).isEqualTo(atoms("a", 9857, "gift", 50));
    }

    @Test
    void a_window_of_shares_counts_shares_and_weighs_difficulty() {
        SettledPool pool = pool(Map.of("window.shares", "4", "window.unfilled", "carry"));
        long block = aAndB(pool);
        pool.settle();

        assertThat(pool.weights(block)).isEqualTo(atoms("a", 100, "b", 300));
        // two of four shares are there: 4928 of 9857
        assertThat(pool.miners(AccountKind.MINER_IMMATURE)).isEqualTo(atoms("a", 1232, "b", 3696, "gift", 50));
        assertThat(pool.balance(AccountKind.CARRY)).isEqualTo(BigInteger.valueOf(4929));
    }

    @Test
    void a_block_whose_terms_donate_to_nobody_waits_for_better_terms() {
        SettledPool pool = pool(Map.of("scheme", "prop"));
        terms(pool, 1, 0, "nobody");
        aAndB(pool);
        assertThatThrownBy(pool::settle)
                .hasMessage(
                        "version 1 of the terms in the database donates to nobody, which this pool cannot pay: This is"
                                + " nobody's address.");

        terms(pool, 2, 100, "eve");
        pool.settle();
        assertThat(pool.miners(AccountKind.MINER_IMMATURE)).containsKeys("a", "b", "eve");
    }

    private static void terms(SettledPool pool, int version, long height, String address) {
        pool.database.change(
                "INSERT INTO scheme_terms (pool, version, effective_from_height, scheme, fee_basis_points,"
                        + " finder_bonus_basis_points, donation_basis_points, donation_address, actor, reason)"
                        + " VALUES (?, ?, ?, 'PROP', 100, 0, 50, ?, 'eve', 'test')",
                pool.name.text(),
                version,
                height,
                address);
    }

    /** A share of 300 by b and one of 100 by a, who finds the block. */
    private static long aAndB(SettledPool pool) {
        pool.share("b", BigInteger.valueOf(300));
        pool.share("a", BigInteger.valueOf(100));
        return pool.block(SIZE, REWARD);
    }

    private static void matures(SettledPool pool, long block) {
        pool.becomes(block, "MATURE", REWARD);
        pool.settle();
        assertThat(pool.sum()).isZero();
    }

    /** With a fee of 1 % and a donation of half a percent to {@code gift}. */
    private static SettledPool pool(Map<String, String> scheme) {
        Map<String, String> settings = new TreeMap<>(scheme);
        settings.putAll(Map.of("donation.basis-points", "50", "donation.address", "gift"));
        pools++;
        return new SettledPool(KEPT, pools, settings);
    }

    private static SortedMap<String, BigInteger> atoms(Object... pairs) {
        SortedMap<String, BigInteger> atoms = new TreeMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            atoms.put((String) pairs[index], BigInteger.valueOf((int) pairs[index + 1]));
        }
        return atoms;
    }
}
