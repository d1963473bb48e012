package org.motherlode.ejb.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.books.Verdict;
import org.motherlode.model.health.Condition;
import org.motherlode.model.money.Asset;
import org.motherlode.model.pool.PoolName;

/** How old what is known may become: three intervals of a day. */
class BooksAlarmsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Duration DAY = Duration.ofDays(1);

    private final Database database = new Database(DATABASE.appDataSource());
    private Instant now = Instant.now();
    private final BooksAlarms alarms = new BooksAlarms(() -> now);

    @Test
    void what_could_not_be_told_for_three_intervals_is_named_and_its_age_is_shown() {
        PoolName pool = new PoolName("old");
        keep(pool, Verdict.of(Invariant.FUNDS, List.of()));
        keep(pool, Verdict.unknown(Invariant.FUNDS, "the wallet is away"));
        assertThat(condition(pool).up()).isTrue();
        assertThat(condition(pool).words()).startsWith("the last check could not tell: I4 is known last at ");
        now = now.plus(DAY.multipliedBy(3)).plusSeconds(60);

        assertThat(condition(pool).up()).isFalse();
        assertThat(condition(pool).words())
                .startsWith("not known for too long: I4 is known last at ")
                .endsWith(": the wallet is away");
        assertThat(alarms.age(pool, Invariant.FUNDS)).isBetween(259_200L, 259_400L);
        assertThat(alarms.broken(pool, Invariant.FUNDS)).isZero();
    }

    @Test
    void what_was_never_known_counts_from_when_it_was_first_asked() {
        PoolName pool = new PoolName("never");
        keep(pool, Verdict.unknown(Invariant.INCOME, "the wallet is away"));
        assertThat(condition(pool).up()).isTrue();
        now = now.plus(DAY.multipliedBy(4));

        assertThat(condition(pool).words()).isEqualTo("not known for too long: I8 is never known: the wallet is away");
    }

    @Test
    void what_a_chain_cannot_tell_is_never_too_old_and_what_is_broken_counts() {
        PoolName pool = new PoolName("toy");
        keep(pool, Verdict.untold(Invariant.FUNDS, "it cannot"));
        keep(pool, new Verdict(Invariant.MOVEMENTS, Verdict.State.BROKEN, List.of("a", "b", "c", "d")));
        now = now.plus(DAY.multipliedBy(2));

        assertThat(condition(pool).up()).isTrue();
        assertThat(alarms.broken(pool, Invariant.MOVEMENTS)).isEqualTo(1);
        assertThat(alarms.age(pool, Invariant.FUNDS)).isZero();
        assertThat(new PoolBooks(database, pool, new Asset("TOY", 0), CheckedBooks.TERMS).words())
                .isEqualTo("I5-wallet is broken: a; b; c; and 1 more; right: ");
    }

    @Test
    void a_pool_that_was_never_checked_is_named_at_last() {
        PoolName pool = new PoolName("new");
        assertThat(condition(pool).up()).isTrue();
        now = now.plus(DAY.multipliedBy(4));

        assertThat(condition(pool))
                .isEqualTo(new Condition(
                        "new.books-check", false, false, "the books were never checked by the job check-books"));
    }

    private void keep(PoolName pool, Verdict verdict) {
        new ResultRows(database, pool).keep(verdict, "");
    }

    private Condition condition(PoolName pool) {
        alarms.look(database, List.of(pool), DAY);
        return alarms.now().get(0);
    }
}
