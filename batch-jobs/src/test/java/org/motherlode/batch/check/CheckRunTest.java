package org.motherlode.batch.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motherlode.model.books.BookChecks;
import org.motherlode.model.books.CheckScope;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.books.Verdict;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.pool.PoolName;

/** A run over three pools, one of which cannot be checked and one of which somebody else checks. */
class CheckRunTest {
    private static final PoolName GOOD = new PoolName("good");
    private static final PoolName BAD = new PoolName("bad");

    private final List<String> done = new ArrayList<>();
    private final CheckRun run = new CheckRun(new Checks(), CheckScope.OPEN);

    @Test
    void portions_are_done_until_there_are_none_and_a_rule_that_fails_keeps_no_other_back() {
        begin();
        run.prove(Invariant.BALANCES, () -> false);
        run.askWallets();

        assertThat(done)
                .containsExactly(
                        "begin bad 7 OPEN",
                        "begin good 7 OPEN",
                        "bad kept [I1]",
                        "good BALANCES",
                        "good BALANCES",
                        "good BALANCES",
                        "bad kept [I4]",
                        "good kept [I4]");
        assertThat(run.isFailed()).isTrue();
        assertThat(run.words()).isEqualTo("bad: right; good: right; left out {other=busy}");
    }

    @Test
    void a_run_that_is_told_to_stop_begins_no_other_portion() {
        begin();
        run.prove(Invariant.BALANCES, () -> done.contains("good BALANCES"));

        assertThat(done).containsOnlyOnce("good BALANCES");
    }

    private void begin() {
        run.add(BAD, new Fence("books/bad", 1), 7);
        run.add(GOOD, new Fence("books/good", 1), 7);
        run.busy(new PoolName("other"));
    }

    private final class Checks implements BookChecks {
        private int portions;

        @Override
        public void begin(Fence fence, PoolName pool, long number, CheckScope scope) {
            done.add("begin " + pool + " " + number + " " + scope);
        }

        @Override
        public boolean advance(Fence fence, PoolName pool, Invariant invariant) {
            if (pool.equals(BAD) && invariant == Invariant.BALANCES) {
                throw new IllegalStateException("no database");
            }
            done.add(pool + " " + invariant);
            portions++;
            return portions == 3;
        }

        @Override
        public List<Verdict> askWallet(PoolName pool) {
            return List.of(Verdict.of(Invariant.FUNDS, List.of()));
        }

        @Override
        public void keep(Fence fence, PoolName pool, List<Verdict> verdicts) {
            done.add(pool + " kept "
                    + verdicts.stream().map(its -> its.invariant().code()).toList());
        }

        @Override
        public String words(PoolName pool) {
            return "right";
        }

        @Override
        public boolean isOpen(PoolName pool) {
            return false;
        }

        @Override
        public Duration interval() {
            return Duration.ofDays(1);
        }

        @Override
        public Duration retry() {
            return Duration.ofMinutes(10);
        }
    }
}
