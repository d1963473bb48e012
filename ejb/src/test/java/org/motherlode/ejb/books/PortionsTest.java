package org.motherlode.ejb.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.OneConnection;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.ejb.ledger.JdbcLedger;
import org.motherlode.ejb.lock.AdvisoryLocks;
import org.motherlode.model.books.CheckScope;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.books.Verdict;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;

/** A check in portions that is cut off between two of them. */
class PortionsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Asset XMR = new Asset("XMR", 12);
    private static final AtomicInteger POOLS = new AtomicInteger();

    private final Database database = new Database(OneConnection.of(DATABASE.appDataSource()));
    private final Database owner = new Database(OneConnection.of(DATABASE.ownerDataSource()));
    private final PoolName pool = new PoolName("portions-" + POOLS.incrementAndGet());
    private int runs = 1_000_000;
    private final PoolBooks books = new PoolBooks(database, pool, XMR, CheckedBooks.TERMS);

    @Test
    void a_run_that_was_cut_off_goes_on_behind_its_last_portion_and_another_run_begins_anew() {
        earn(7);
        books.begin(1, CheckScope.ALL);
        assertThat(portion(3)).isFalse();
        long reached = reached();
        books.begin(1, CheckScope.ALL);
        assertThat(reached()).isEqualTo(reached);
        assertThat(portion(3)).isFalse();

        books.begin(2, CheckScope.ALL);
        assertThat(reached()).isZero();
        assertThat(portion(3)).isFalse();
        assertThat(portion(3)).isFalse();
        assertThat(portion(3)).isTrue();
        assertThat(new CheckedBooks(database, pool, XMR).broken()).isEmpty();
        assertThat(books.words()).isEqualTo("right: I1");
        assertThat(books.advance(Invariant.BALANCES)).as("it is done").isTrue();
    }

    @Test
    void what_comes_between_two_portions_is_summed_too() {
        earn(4);
        books.begin(1, CheckScope.ALL);
        assertThat(portion(3)).isFalse();
        earn(2);

        assertThat(portion(3)).isTrue();
        assertThat(new CheckedBooks(database, pool, XMR).broken()).isEmpty();
    }

    @Test
    void what_is_wrong_in_a_portion_that_was_summed_before_the_cut_is_found() {
        earn(4);
        owner.change("ALTER TABLE ledger_transfer DISABLE TRIGGER USER");
        owner.change("UPDATE ledger_transfer SET amount = 11 WHERE number = (SELECT min(number) FROM ledger_transfer"
                + " WHERE pool = '" + pool + "')");
        owner.change("ALTER TABLE ledger_transfer ENABLE TRIGGER USER");
        books.begin(1, CheckScope.ALL);
        assertThat(portion(3)).isFalse();
        books.begin(1, CheckScope.ALL);
        assertThat(portion(3)).isTrue();

        assertThat(new CheckedBooks(database, pool, XMR).broken().get("I1"))
                .isEqualTo(
                        "wallet is -40 and its transfers sum to -41; miner:payable amy is 40 and its transfers sum to 41");
    }

    @Test
    void a_pool_without_any_transfer_is_right() {
        assertThat(new CheckedBooks(database, pool, XMR).check()).isEmpty();
    }

    @Test
    void what_is_right_is_not_looked_at_again_where_only_what_is_open_is_wanted() {
        checkAll();
        assertThat(books.isOpen()).isFalse();
        books.begin(runs++, CheckScope.OPEN);
        assertThat(wanted()).isEmpty();
        assertThat(books.wantsWallet()).isFalse();
        assertThat(books.advance(Invariant.BALANCES)).as("it counts as done").isTrue();

        books.keep(List.of(Verdict.unknown(Invariant.MOVEMENTS, "the wallet is away")));
        books.begin(runs++, CheckScope.OPEN);
        assertThat(wanted()).containsExactlyInAnyOrder(Invariant.FUNDS, Invariant.MOVEMENTS, Invariant.INCOME);
        assertThat(books.wantsWallet()).isTrue();
    }

    @Test
    void a_digest_that_is_wrong_is_found_with_the_blocks_and_so_they_are_looked_at_with_the_weights() {
        checkAll();
        books.keep(List.of(Verdict.of(Invariant.WEIGHTS, List.of("block 1: the weights have another digest"))));
        books.begin(runs++, CheckScope.OPEN);

        assertThat(wanted()).containsExactlyInAnyOrder(Invariant.BLOCKS, Invariant.WEIGHTS);
    }

    @Test
    void what_was_never_looked_at_is_open() {
        books.begin(runs++, CheckScope.OPEN);

        assertThat(wanted()).containsExactlyInAnyOrder(Invariant.values());
    }

    private void checkAll() {
        earn(1);
        new CheckedBooks(database, pool, XMR).check();
        books.keep(Stream.of(Invariant.FUNDS, Invariant.MOVEMENTS, Invariant.INCOME)
                .map(rule -> Verdict.of(rule, List.of()))
                .toList());
    }

    private Set<Invariant> wanted() {
        PassRows rows = new PassRows(database, pool);
        return Stream.of(Invariant.values())
                .filter(rule -> !rows.of(rule).done())
                .collect(Collectors.toSet());
    }

    private boolean portion(int most) {
        return new BalancePass(database, pool).advance(most);
    }

    private long reached() {
        return new PassRows(database, pool).of(Invariant.BALANCES).reached();
    }

    private void earn(int times) {
        for (int time = 0; time < times; time++) {
            Fence fence = lock();
            Transfer transfer = new Transfer(
                    "earn/" + pool + "/" + fence.number(),
                    Account.of(pool, AccountKind.WALLET),
                    Account.of(pool, AccountKind.MINER_PAYABLE, new MinerAddress("amy")),
                    Money.ofAtoms(10, XMR));
            new JdbcLedger(database).post(fence, List.of(transfer));
        }
    }

    private Fence lock() {
        try (Locks.Held held = new AdvisoryLocks(DATABASE.appDataSource())
                .tryLock("pay/" + pool)
                .orElseThrow()) {
            return held.fence();
        }
    }
}
