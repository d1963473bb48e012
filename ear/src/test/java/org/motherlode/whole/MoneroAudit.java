package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.whole.MoneroStage.await;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.motherlode.ctl.demo.DemoChain;
import org.motherlode.ctl.demo.PoolApi;
import org.motherlode.ctl.process.Waiting;

/** Holds the pool's books against what miners were told, against the chain, and against the wallets. */
record MoneroAudit(MoneroStage stage, Books books) {
    private static final BigInteger THRESHOLD_ATOMS = new BigInteger("100000000000");

    /** Once the miners are gone: each share that one was told of is stored once, and so is every other. */
    void shares() throws IOException, InterruptedException {
        List<String> told = stage.told();
        await("every share that a miner was told of", () -> books.notStoredOnce(told)
                .isEmpty());
        assertThat(books.doubledShares()).isZero();
    }

    /** Lets the idle chain go on until all that was found is mature and paid, then compares to the last atom. */
    void money() throws IOException, InterruptedException {
        DemoChain chain = stage.chain();
        chain.pass(MoneroStage.TO_MATURITY);
        await("all blocks to be settled", () -> books.unsettled() == 0);
        boolean paid = Waiting.until(MoneroStage.PATIENCE, () -> {
            chain.pass(1);
            return books.openPayouts() == 0
                    && books.due(THRESHOLD_ATOMS) == 0
                    && books.balanceOf("miner:reserved").signum() == 0;
        });
        assertThat(paid)
                .as(
                        "all payouts to be confirmed; they are %s, and %s are due",
                        books.payouts(), books.due(THRESHOLD_ATOMS))
                .isTrue();
        assertThat(books.sumOfBalances()).isZero();
        for (PoolApi.Block block : stage.pool().api().blocks()) {
            assertThat(chain.node().confirms(block.height(), block.id()))
                    .as("%s is on the chain", block)
                    .isEqualTo(!block.state().equals("ORPHANED"));
        }
        BigInteger amys = books.paidTo(chain.addresses().amy());
        BigInteger bobs = books.paidTo(chain.addresses().bob());
        // One of the two may have had no luck: a window of so little work holds few shares.
        assertThat(amys.add(bobs)).as("what the miners were paid").isPositive();
        assertThat(chain.balanceOf("amy")).as("what amy was paid").isEqualTo(amys);
        assertThat(chain.balanceOf("bob")).as("what bob was paid").isEqualTo(bobs);
        assertThat(books.balanceOf("capital")).isZero();
        assertThat(chain.poolWallet().balance())
                .as("what the pool's wallet has: no block is missing in the books, no payment was made twice")
                .isEqualTo(books.balanceOf("wallet").negate());
    }
}
