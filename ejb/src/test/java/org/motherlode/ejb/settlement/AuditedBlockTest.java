package org.motherlode.ejb.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.OneConnection;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.audit.AuditLine;
import org.motherlode.model.audit.BlockAudit.Standing;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.settlement.Stage;

/** Bundles of blocks that were settled in a real database, in the eyes of the verifier. */
class AuditedBlockTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final List<String> MINERS = List.of("zoe", "Bob", "amy", "eve", "Zed", "ida", "Moe");
    private static final BigInteger REWARD = new BigInteger("613456789013");
    private static final BigInteger SIZE = BigInteger.valueOf(20_011);
    private static final String ALL_HOLDS = "All of it holds.";

    @Test
    void a_block_holds_from_its_allotment_to_its_maturity_with_another_reward() {
        AuditedPool pool = pool(1, "scale");
        long block = mine(pool.pool(), SIZE, Optional.of(REWARD));
        assertThat(pool.audit(block)).isEmpty();

        pool.pool().run(block, Stage.ALLOT);
        assertThat(pool.audit(block).orElseThrow().settled()).isFalse();
        assertThat(pool.division(block).standing()).isEqualTo(Standing.IMMATURE);
        assertThat(pool.credits(block)).isEqualTo(pool.pool().miners(AccountKind.MINER_IMMATURE));
        holds(pool, block);

        pool.pool().becomes(block, "MATURE", Optional.of(REWARD.add(BigInteger.valueOf(986))));
        pool.pool().run(block, Stage.MATURE);
        assertThat(pool.audit(block).orElseThrow().settled()).isTrue();
        assertThat(pool.division(block).standing()).isEqualTo(Standing.MATURE);
        assertThat(pool.division(block).event()).isEqualTo("reallot");
        assertThat(pool.credits(block)).isEqualTo(pool.pool().miners(AccountKind.MINER_PAYABLE));
        holds(pool, block);
    }

    @Test
    void the_reward_that_was_allotted_is_not_divided_again() {
        AuditedPool pool = pool(2, "carry");
        long block = mine(pool.pool(), BigInteger.valueOf(99_991), Optional.of(REWARD));
        pool.pool().becomes(block, "MATURE", Optional.of(REWARD));
        pool.pool().settle();

        assertThat(pool.division(block).event()).isEqualTo("allot");
        assertThat(pool.division(block).carry())
                .isPositive()
                .isEqualTo(pool.pool().balance(AccountKind.CARRY));
        holds(pool, block);
    }

    @Test
    void where_the_chain_tells_the_reward_at_maturity_weights_come_first() {
        AuditedPool pool = pool(3, "scale");
        long block = mine(pool.pool(), SIZE, Optional.empty());
        pool.pool().run(block, Stage.ALLOT);

        assertThat(pool.audit(block).orElseThrow().division()).isEmpty();
        assertThat(pool.lines(block)).extracting(AuditLine::credit).containsOnly(BigInteger.ZERO);
        holds(pool, block);

        pool.pool().becomes(block, "MATURE", Optional.of(REWARD));
        pool.pool().settle();
        assertThat(pool.division(block).event()).isEqualTo("reallot");
        holds(pool, block);
    }

    @Test
    void an_orphan_says_that_its_division_was_taken_back_and_later_that_it_stands() {
        AuditedPool pool = pool(4, "scale");
        long block = mine(pool.pool(), SIZE, Optional.of(REWARD));
        pool.pool().settle();
        pool.pool().becomes(block, "ORPHANED", Optional.empty());
        pool.pool().settle();
        assertThat(pool.division(block).standing()).isEqualTo(Standing.REVERSED);
        holds(pool, block);

        pool.pool().becomes(block, "MATURE", Optional.of(REWARD));
        pool.pool().settle();
        assertThat(pool.division(block).standing()).isEqualTo(Standing.MATURE);
        assertThat(pool.division(block).event()).isEqualTo("reallot");
        holds(pool, block);

        pool.pool().becomes(block, "ORPHANED", Optional.of(REWARD));
        pool.pool().settle();
        assertThat(pool.division(block).standing()).isEqualTo(Standing.LOST);
        holds(pool, block);
    }

    @Test
    void amounts_beyond_63_bits_and_a_window_without_shares() {
        BigInteger huge = BigInteger.TWO.pow(100).add(BigInteger.valueOf(12_345));
        AuditedPool pool = pool(5, "scale");
        for (String miner : MINERS) {
            pool.pool().share(miner, huge.subtract(BigInteger.valueOf(miner.hashCode())));
        }
        long block = pool.pool().block(huge.multiply(BigInteger.valueOf(7)), Optional.of(huge));
        pool.pool().settle();
        assertThat(pool.division(block).reward()).isEqualTo(huge);
        holds(pool, block);

        AuditedPool nobody = pool(6, "scale");
        nobody.pool().share("late", BigInteger.ONE);
        long empty = nobody.pool().block(SIZE, Optional.of(REWARD));
        new Database(DATABASE.ownerDataSource())
                .change(
                        "DELETE FROM pool_share WHERE pool = ?",
                        nobody.pool().name.text());
        nobody.pool().settle();
        assertThat(nobody.lines(empty)).isEmpty();
        assertThat(nobody.told(empty, Optional.empty())).endsWith(ALL_HOLDS);
    }

    @Test
    void what_the_ledger_has_otherwise_than_the_terms_give_is_found() {
        AuditedPool pool = pool(7, "scale");
        long block = mine(pool.pool(), SIZE, Optional.of(REWARD));
        pool.pool().settle();
        holds(pool, block);

        Database owner = new Database(OneConnection.of(DATABASE.ownerDataSource()));
        owner.change("ALTER TABLE ledger_transfer DISABLE TRIGGER refuse_change");
        owner.change(
                "UPDATE ledger_transfer t SET amount = amount + 1 FROM ledger_account a WHERE a.number = t.to_account"
                        + " AND a.pool = ? AND a.owner = 'amy'",
                pool.pool().name.text());
        owner.change("ALTER TABLE ledger_transfer ENABLE TRIGGER refuse_change");

        assertThat(pool.told(block, Optional.empty()))
                .anyMatch(line -> line.startsWith("WRONG  wrong credits: amy should have "))
                .anyMatch(line -> line.startsWith("WRONG  the sum of fee, carry and credits should be "))
                .endsWith("Not all of it holds.");
    }

    @Test
    void an_export_of_the_shares_with_one_missing_gives_other_weights() {
        AuditedPool pool = pool(8, "scale");
        long block = mine(pool.pool(), SIZE, Optional.of(REWARD));
        pool.pool().settle();
        String shares = pool.shares(block);
        String second = shares.lines().skip(2).findFirst().orElseThrow();

        assertThat(pool.told(block, Optional.of(shares.replace(second + "\n", ""))))
                .anyMatch(line -> line.startsWith("WRONG  the shares give other weights for "))
                .endsWith("Not all of it holds.");
    }

    private static void holds(AuditedPool pool, long block) {
        assertThat(pool.told(block, Optional.of(pool.shares(block)))).endsWith(ALL_HOLDS);
        List<AuditLine> lines = pool.lines(block);
        assertThat(lines).hasSize(MINERS.size()).extracting(AuditLine::owner).isSorted();
        for (AuditLine line : lines) {
            assertThat(pool.toldOfLine(block, line.owner())).endsWith(ALL_HOLDS);
        }
    }

    private static AuditedPool pool(int number, String unfilled) {
        return new AuditedPool(
                new SettledPool(DATABASE.appDataSource(), 500 + number, 137, unfilled), DATABASE.appDataSource());
    }

    /** The window reaches back over about half of the shares. */
    private static long mine(SettledPool pool, BigInteger size, Optional<BigInteger> reward) {
        for (int index = 0; index < 40; index++) {
            pool.share(MINERS.get(index * 5 % MINERS.size()), BigInteger.valueOf(700 + 37L * index * index % 991));
        }
        long block = pool.block(size, reward);
        pool.share("late", BigInteger.TEN);
        return block;
    }
}
