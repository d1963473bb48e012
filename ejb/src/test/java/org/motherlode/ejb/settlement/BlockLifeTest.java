package org.motherlode.ejb.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.ejb.database.OneConnection;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.ejb.lock.AdvisoryLocks;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.lock.FencedOffException;
import org.motherlode.model.money.Money;
import org.motherlode.model.settlement.Stage;

class BlockLifeTest {
    private static final Path VECTORS =
            Path.of("..", "model/src/test/resources/org/motherlode/model/reward/settlement-vectors.json");
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final DataSource KEPT = OneConnection.of(DATABASE.appDataSource());
    private static int pools;

    @Test
    void every_vector_settles_to_the_atom_and_the_documented_sql_agrees() throws IOException {
        try (JsonReader reader = Json.createReader(Files.newInputStream(VECTORS))) {
            for (JsonObject vector : reader.readArray().getValuesAs(JsonObject.class)) {
                check(vector);
            }
        }
    }

    private static void check(JsonObject vector) {
        SettledPool pool = pool(vector.getInt("fee_bp"), vector.getString("unfilled"));
        for (JsonArray share : vector.getJsonArray("shares").getValuesAs(JsonArray.class)) {
            pool.share(share.getString(1), new BigInteger(share.getString(2)));
        }
        BigInteger size = new BigInteger(vector.getString("window"));
        long block = pool.block(size, Optional.of(new BigInteger(vector.getString("reward"))));
        pool.run(block, Stage.ALLOT);

        JsonObject expected = vector.getJsonObject("expect");
        String name = vector.getString("name");
        assertThat(pool.weights(block)).as(name).isEqualTo(numbers(expected.getJsonObject("weights")));
        assertThat(pool.miners(AccountKind.MINER_IMMATURE))
                .as(name)
                .isEqualTo(numbers(expected.getJsonObject("credits")));
        assertThat(pool.balance(AccountKind.FEES)).as(name).isEqualTo(new BigInteger(expected.getString("fee")));
        assertThat(pool.balance(AccountKind.CARRY)).as(name).isEqualTo(new BigInteger(expected.getString("carry")));
        assertThat(pool.sum()).isZero();
        compareWithDocument(pool, block, AccountKind.MINER_IMMATURE);
    }

    private static void compareWithDocument(SettledPool pool, long block, AccountKind kind) {
        DocumentedSql sql = new DocumentedSql(pool.database);
        assertThat(sql.lines(block)).isNotEmpty().allSatisfy(line -> {
            assertThat(line.fee()).isEqualTo(pool.balance(AccountKind.FEES));
            assertThat(line.carry()).isEqualTo(pool.balance(AccountKind.CARRY));
        });
        assertThat(sql.weights(block)).isEqualTo(pool.weights(block));
        assertThat(sql.credits(block)).isEqualTo(pool.miners(kind));
    }

    private static SortedMap<String, BigInteger> numbers(JsonObject object) {
        SortedMap<String, BigInteger> numbers = new TreeMap<>();
        object.forEach(
                (key, value) -> numbers.put(key, new BigInteger(value.toString().replace("\"", ""))));
        numbers.values().removeIf(none -> none.signum() == 0);
        return numbers;
    }

    @Test
    void a_reward_that_stays_the_same_becomes_payable() {
        SettledPool pool = threeMiners();
        long block = pool.block(BigInteger.valueOf(3), Optional.of(HUNDRED));
        pool.run(block, Stage.ALLOT);
        pool.becomes(block, "MATURE", Optional.of(HUNDRED));
        pool.run(block, Stage.MATURE);

        payable(pool, 100, Map.of("a", 33, "b", 33, "c", 33));
        compareWithDocument(pool, block, AccountKind.MINER_PAYABLE);
    }

    @Test
    void another_final_reward_is_divided_anew_to_the_atom() {
        SettledPool pool = threeMiners();
        long block = pool.block(BigInteger.valueOf(3), Optional.of(HUNDRED));
        pool.run(block, Stage.ALLOT);
        pool.becomes(block, "MATURE", Optional.of(BigInteger.valueOf(90)));
        pool.run(block, Stage.MATURE);

        payable(pool, 90, Map.of("a", 30, "b", 30, "c", 30));
        compareWithDocument(pool, block, AccountKind.MINER_PAYABLE);
    }

    @Test
    void a_reward_known_only_at_maturity_is_divided_by_the_frozen_window() {
        SettledPool pool = threeMiners();
        long block = pool.block(BigInteger.valueOf(3), Optional.empty());
        pool.run(block, Stage.ALLOT);
        assertThat(pool.weights(block)).hasSize(3);
        assertThat(pool.balance(AccountKind.IMMATURE)).isZero();
        pool.becomes(block, "MATURE", Optional.of(HUNDRED));
        pool.run(block, Stage.MATURE);

        payable(pool, 100, Map.of("a", 33, "b", 33, "c", 33));
        compareWithDocument(pool, block, AccountKind.MINER_PAYABLE);
    }

    @Test
    void an_orphan_leaves_nothing() {
        SettledPool pool = threeMiners();
        long block = pool.block(BigInteger.valueOf(3), Optional.of(HUNDRED));
        pool.run(block, Stage.ALLOT);
        pool.becomes(block, "ORPHANED", Optional.empty());
        pool.run(block, Stage.REVERSE);

        assertThat(pool.miners(AccountKind.MINER_IMMATURE)).isEmpty();
        assertThat(pool.balance(AccountKind.IMMATURE)).isZero();
        assertThat(pool.balance(AccountKind.FEES)).isZero();
        assertThat(pool.settlement.due()).isEmpty();
    }

    private static void payable(SettledPool pool, int reward, Map<String, Integer> expected) {
        expected.forEach((miner, atoms) ->
                assertThat(pool.balance(AccountKind.MINER_PAYABLE, miner)).isEqualTo(BigInteger.valueOf(atoms)));
        assertThat(pool.balance(AccountKind.WALLET)).isEqualTo(BigInteger.valueOf(-reward));
        assertThat(pool.balance(AccountKind.IMMATURE)).isZero();
        assertThat(pool.miners(AccountKind.MINER_IMMATURE)).isEmpty();
        assertThat(pool.sum()).isZero();
        assertThat(pool.settlement.due()).isEmpty();
    }

    @Test
    void the_ledger_takes_a_transfer_once_and_refuses_its_id_with_other_content() {
        SettledPool pool = pool(0, "scale");
        pool.ledger.post(pool.fence, List.of(credit(pool, 5)));
        pool.ledger.post(pool.fence, List.of(credit(pool, 5)));

        assertThat(pool.balance(AccountKind.MINER_PAYABLE, "a")).isEqualTo(BigInteger.valueOf(5));
        assertThatThrownBy(() -> pool.ledger.post(pool.fence, List.of(credit(pool, 6))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(pool.balance(AccountKind.MINER_PAYABLE, "a")).isEqualTo(BigInteger.valueOf(5));
    }

    @Test
    void no_miner_is_overdrawn_and_no_transfer_is_changed() {
        SettledPool pool = pool(0, "scale");
        Transfer credit = credit(pool, 5);
        pool.ledger.post(pool.fence, List.of(credit));
        Transfer tooMuch = new Transfer("out", credit.to(), payable(pool, "b"), Money.ofAtoms(6, SettledPool.XMR));

        assertThatThrownBy(() -> pool.ledger.post(pool.fence, List.of(tooMuch)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("miner_is_never_overdrawn");
        assertThatThrownBy(() -> pool.database.change("UPDATE ledger_transfer SET amount = 7"))
                .isInstanceOf(DatabaseException.class);
        assertThatThrownBy(() -> pool.database.change("DELETE FROM ledger_transfer"))
                .isInstanceOf(DatabaseException.class);
        assertThat(pool.balance(AccountKind.MINER_PAYABLE, "a")).isEqualTo(BigInteger.valueOf(5));
        assertThat(pool.sum()).isZero();
    }

    /** What is posted together is one step of the books: only where that leads is judged. */
    @Test
    void transfers_that_are_posted_together_may_borrow_from_one_another() {
        SettledPool pool = pool(0, "scale");
        Transfer credit = credit(pool, 5);
        Transfer on = new Transfer("on", credit.to(), payable(pool, "b"), Money.ofAtoms(5, SettledPool.XMR));
        Transfer back = new Transfer("back", payable(pool, "b"), credit.to(), Money.ofAtoms(2, SettledPool.XMR));

        pool.ledger.post(pool.fence, List.of(back, on, credit));

        assertThat(pool.balance(AccountKind.MINER_PAYABLE, "a")).isEqualTo(BigInteger.TWO);
        assertThat(pool.balance(AccountKind.MINER_PAYABLE, "b")).isEqualTo(BigInteger.valueOf(3));
        assertThat(pool.sum()).isZero();
    }

    @Test
    void an_old_fence_moves_nothing() {
        SettledPool pool = pool(0, "scale");
        try (var newer = new AdvisoryLocks(DATABASE.appDataSource())
                .tryLock(pool.fence.lock())
                .orElseThrow()) {
            assertThatThrownBy(() -> pool.ledger.post(pool.fence, List.of(credit(pool, 5))))
                    .isInstanceOf(FencedOffException.class);
            pool.ledger.post(newer.fence(), List.of(credit(pool, 5)));
        }
        assertThat(pool.balance(AccountKind.MINER_PAYABLE, "a")).isEqualTo(BigInteger.valueOf(5));
    }

    private static Transfer credit(SettledPool pool, long atoms) {
        Account wallet = Account.of(pool.name, AccountKind.WALLET);
        return new Transfer("in", wallet, payable(pool, "a"), Money.ofAtoms(atoms, SettledPool.XMR));
    }

    private static Account payable(SettledPool pool, String miner) {
        return Account.of(pool.name, AccountKind.MINER_PAYABLE, new MinerAddress(miner));
    }

    private static SettledPool threeMiners() {
        SettledPool pool = pool(100, "scale");
        List.of("a", "b", "c").forEach(miner -> pool.share(miner, BigInteger.ONE));
        return pool;
    }

    private static SettledPool pool(int fee, String unfilled) {
        pools++;
        return new SettledPool(KEPT, pools, fee, unfilled);
    }
}
