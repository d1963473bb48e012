package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.toy.ToyCrew;
import org.motherlode.toy.ToyNode;

/** Holds the pool's books against what miners were told and against the chain itself. */
record ToyAudit(ToyNode node, Books books, List<String> miners) {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Once the crew is gone: each share that a miner was told of is stored once, and so is every other. */
    void sharesOf(ToyCrew crew) throws IOException, InterruptedException {
        await("each share that a miner was told of to be stored once", () -> books.notStoredOnce(crew.told())
                .isEmpty());
        assertThat(books.doubledShares()).isZero();
        assertThat(crew.refusals()).allMatch(words -> words.matches("BAD (STALE|NOT_READY)"));
    }

    /** Lets the chain go on until everything is paid, then compares to the last atom. */
    void money() throws IOException, InterruptedException {
        await("all blocks to be settled", () -> books.unsettled() == 0);
        await("all payouts to be confirmed", () -> {
            node.pass(1);
            return books.openPayouts() == 0
                    && books.due(ToyServer.THRESHOLD_ATOMS) == 0
                    && books.balanceOf("miner:reserved").signum() == 0;
        });
        assertThat(books.sumOfBalances()).isZero();
        for (String miner : miners) {
            assertThat(BigInteger.valueOf(node.balance(miner)))
                    .as("what %s was paid", miner)
                    .isPositive()
                    .isEqualTo(books.paidTo(miner));
        }
        assertThat(BigInteger.valueOf(node.balance(ToyPool.ACCOUNT)))
                .as("what the pool's account has")
                .isEqualTo(books.balanceOf("wallet").negate());
    }

    static void await(String what, Waiting.Check check) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, check)).as(what).isTrue();
    }
}
