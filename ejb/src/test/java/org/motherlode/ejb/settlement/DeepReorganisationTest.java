package org.motherlode.ejb.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.database.OneConnection;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.settlement.SettlementTask;
import org.motherlode.model.settlement.Stage;

/** The chain turns back: before a block matured, and after its money was paid. */
class DeepReorganisationTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Optional<BigInteger> REWARD = Optional.of(BigInteger.valueOf(100));
    private static int pools = 100;

    private final SettledPool pool = new SettledPool(OneConnection.of(DATABASE.appDataSource()), ++pools, 100, "scale");
    private long block;

    @BeforeEach
    void three_miners_find_a_block() {
        List.of("a", "b", "c").forEach(miner -> pool.share(miner, BigInteger.ONE));
        block = pool.block(BigInteger.valueOf(3), REWARD);
        pool.settle();
    }

    @Test
    void an_orphan_that_comes_back_is_payable_to_the_same_atom() {
        pool.becomes(block, "ORPHANED", Optional.empty());
        pool.settle();
        pool.becomes(block, "IMMATURE", Optional.empty());
        pool.settle();
        assertThat(pool.miners(AccountKind.MINER_IMMATURE)).isEmpty();
        pool.becomes(block, "MATURE", REWARD);
        pool.settle();

        everythingIsPayable();
    }

    @Test
    void an_orphan_whose_reversal_was_cut_off_is_reversed_before_it_matures() {
        pool.becomes(block, "ORPHANED", Optional.empty());
        pool.settlement.freeze(pool.fence, pool.due().get(0));
        pool.becomes(block, "MATURE", REWARD);
        pool.settle();

        everythingIsPayable();
    }

    @Test
    void a_loss_before_anything_was_paid_leaves_nothing() {
        pool.becomes(block, "MATURE", REWARD);
        pool.settle();
        pool.becomes(block, "ORPHANED", Optional.empty());
        pool.settle();

        for (AccountKind kind : AccountKind.values()) {
            if (!kind.isMiners()) {
                assertThat(pool.balance(kind)).as(kind.text()).isZero();
            }
        }
        assertThat(pool.miners(AccountKind.MINER_PAYABLE)).isEmpty();
        assertThat(loss("recalled")).isEqualTo(100);
        assertThat(loss("lost")).isZero();
    }

    @Test
    void what_was_paid_for_a_block_that_died_is_the_pools_loss_and_stays_in_the_books() {
        pool.becomes(block, "MATURE", REWARD);
        pool.settle();
        pool.pays("a", 33);
        pool.becomes(block, "ORPHANED", Optional.empty());
        pool.settle();

        assertThat(pool.miners(AccountKind.MINER_PAYABLE)).isEmpty();
        assertThat(pool.balance(AccountKind.ORPHAN_LOSS)).isEqualTo(BigInteger.valueOf(-33));
        assertThat(pool.balance(AccountKind.WALLET)).isZero();
        assertThat(pool.balance(AccountKind.CAPITAL))
                .as("somebody's coins paid it")
                .isEqualTo(BigInteger.valueOf(33));
        assertThat(pool.balance(AccountKind.FEES)).isZero();
        assertThat(loss("lost")).isEqualTo(33);
        assertThat(pool.sum()).isZero();
    }

    @Test
    void what_a_miner_is_still_to_be_paid_for_other_blocks_is_set_off() {
        pool.becomes(block, "MATURE", REWARD);
        pool.settle();
        pool.pays("a", 33);
        long other = pool.block(BigInteger.valueOf(3), REWARD);
        pool.settle();
        pool.becomes(other, "MATURE", REWARD);
        pool.settle();
        pool.becomes(block, "ORPHANED", Optional.empty());
        pool.settle();

        assertThat(pool.miners(AccountKind.MINER_PAYABLE))
                .isEqualTo(Map.of("b", BigInteger.valueOf(33), "c", BigInteger.valueOf(33)));
        assertThat(pool.balance(AccountKind.ORPHAN_LOSS)).isZero();
        assertThat(pool.balance(AccountKind.WALLET)).isEqualTo(BigInteger.valueOf(-67));
    }

    @Test
    void a_loss_is_undone_when_the_chain_turns_back_once_more_however_often() {
        pool.becomes(block, "MATURE", REWARD);
        pool.settle();
        pool.pays("a", 20);
        for (int time = 0; time < 3; time++) {
            pool.becomes(block, "ORPHANED", Optional.empty());
            pool.settle();
            pool.becomes(block, "IMMATURE", Optional.empty());
            pool.settle();
            pool.becomes(block, "MATURE", REWARD);
            pool.settle();
        }

        assertThat(pool.balance(AccountKind.MINER_PAYABLE, "a")).isEqualTo(BigInteger.valueOf(13));
        assertThat(pool.balance(AccountKind.MINER_PAYABLE, "b")).isEqualTo(BigInteger.valueOf(33));
        assertThat(pool.balance(AccountKind.ORPHAN_LOSS)).isZero();
        assertThat(pool.balance(AccountKind.CAPITAL)).isZero();
        assertThat(pool.balance(AccountKind.WALLET)).isEqualTo(BigInteger.valueOf(-80));
    }

    @Test
    void a_block_that_is_settled_is_looked_at_again_when_the_chain_says_something_else() {
        assertThat(isSettled()).isFalse();
        pool.becomes(block, "MATURE", REWARD);
        assertThat(isSettled()).isFalse();
        pool.settle();
        assertThat(isSettled()).isTrue();
        pool.becomes(block, "ORPHANED", Optional.empty());
        assertThat(isSettled()).isFalse();
        pool.settle();
        assertThat(isSettled()).isTrue();
    }

    @Test
    void an_end_that_answers_a_state_of_before_settles_nothing() {
        pool.becomes(block, "MATURE", REWARD);
        SettlementTask task = pool.due().get(0);
        pool.settlement.freeze(pool.fence, task);
        pool.becomes(block, "ORPHANED", Optional.empty());
        pool.ledger.post(pool.fence, pool.settlement.transfers(task));
        pool.settlement.finish(pool.fence, task);

        assertThat(isSettled()).isFalse();
        assertThat(pool.due()).extracting(SettlementTask::stage).containsExactly(Stage.LOSE);
    }

    @Test
    void a_block_that_comes_back_with_another_reward_is_not_booked_with_the_old_one() {
        pool.becomes(block, "MATURE", REWARD);
        pool.settle();
        pool.becomes(block, "ORPHANED", Optional.empty());
        pool.settle();
        pool.becomes(block, "MATURE", Optional.of(BigInteger.valueOf(70)));

        assertThatThrownBy(pool::settle)
                .hasMessage("block " + block + " matured again with a reward of 70 atoms, and the books lost 100");
        assertThat(pool.miners(AccountKind.MINER_PAYABLE)).isEmpty();
    }

    private boolean isSettled() {
        return pool.database
                .first("SELECT settled FROM pool_block WHERE number = ?", row -> row.getBoolean(1), block)
                .orElseThrow();
    }

    private void everythingIsPayable() {
        assertThat(pool.miners(AccountKind.MINER_PAYABLE))
                .isEqualTo(
                        Map.of("a", BigInteger.valueOf(33), "b", BigInteger.valueOf(33), "c", BigInteger.valueOf(33)));
        assertThat(pool.balance(AccountKind.FEES)).isEqualTo(BigInteger.ONE);
        assertThat(pool.balance(AccountKind.IMMATURE)).isZero();
        assertThat(pool.balance(AccountKind.WALLET)).isEqualTo(BigInteger.valueOf(-100));
        assertThat(pool.due()).isEmpty();
    }

    private int loss(String column) {
        return pool.database
                .first("SELECT " + column + " FROM block_loss WHERE block = ?", row -> Values.whole(row, column), block)
                .orElseThrow()
                .intValueExact();
    }
}
