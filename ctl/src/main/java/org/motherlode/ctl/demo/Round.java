package org.motherlode.ctl.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.ctl.work.Steps;

/** The story of one block: mined, matured, settled, paid. */
final class Round {
    /** One block takes two light miners some seconds, and some tens of shares. */
    static final long BLOCK_DIFFICULTY = 600;

    private static final int TO_MATURITY = 62;
    private static final int TO_PAYMENT = 12;
    private static final int XMR_DECIMALS = 12;
    private static final Duration FINDING = Duration.ofMinutes(10);
    private static final Duration BOOKING = Duration.ofMinutes(3);

    private final Steps steps;
    private final Stage stage;
    private final Cast cast;
    private final DemoChain chain;
    private final DemoPool pool;
    private final PoolNews news;

    Round(Steps steps, Cast cast, DemoChain chain, DemoPool pool) {
        this.steps = steps;
        this.stage = new Stage(steps);
        this.cast = cast;
        this.chain = chain;
        this.pool = pool;
        this.news = new PoolNews(pool.api(), chain);
    }

    /**
     * Where the miners are.
     *
     * @param jar of the miner
     * @param port of the pool
     * @param logs folder of their logs
     */
    record Mine(Path jar, int port, Path logs) {}

    /** Plays it; what does not come in time is an exception that says why. */
    void play(Mine mine) throws IOException, InterruptedException {
        try {
            Set<Long> ended = news.payments().requireNoReview().endedBatches();
            PoolApi.Block block = find(mine);
            mature(block);
            pay(block, ended);
            chain.mineInEarnest();
        } catch (IOException e) {
            throw pool.explained(e);
        }
    }

    private PoolApi.Block find(Mine mine) throws IOException, InterruptedException {
        Set<String> before = news.blockIds();
        steps.say("two miners begin; a block takes about " + BLOCK_DIFFICULTY + " hashes");
        DemoMiner amy = miner(mine, "amy", chain.addresses().amy());
        DemoMiner bob = miner(mine, "bob", chain.addresses().bob());
        Waiting.Check found = () -> {
            amy.requireAlive();
            bob.requireAlive();
            return news.newBlock(before).isPresent();
        };
        await("a block, with the miners' logs in " + mine.logs(), FINDING, found, () -> {
            MinerLog both = amy.told().plus(bob.told());
            return both.words(BLOCK_DIFFICULTY) + ", mining on top of block "
                    + pool.api().networkHeight();
        });
        cast.end(amy);
        cast.end(bob);
        PoolApi.Block block = news.newBlock(before).orElseThrow();
        MinerLog both = amy.told().plus(bob.told());
        steps.say("block " + block.height() + " found: " + block.id());
        steps.say("accepted shares: " + both.shares() + ", " + both.work() * 100 / BLOCK_DIFFICULTY
                + " % of the expected work");
        return block;
    }

    private DemoMiner miner(Mine mine, String name, String address) throws IOException {
        return cast.add(
                DemoMiner.start(mine.jar(), mine.port(), address, mine.logs().resolve(name + ".log")));
    }

    private void mature(PoolApi.Block block) throws IOException, InterruptedException {
        if (!chain.node().confirms(block.height(), block.id())) {
            throw new IOException("monerod does not have block " + block.id() + " at height " + block.height());
        }
        steps.say("monerod confirms it at that height; letting " + TO_MATURITY
                + " blocks pass until it is mature (miners get no work meanwhile)");
        chain.idle();
        chain.pass(TO_MATURITY);
        await(
                "the block to mature",
                BOOKING,
                () -> state(block).equals("MATURE"),
                () -> "the pool calls the block " + state(block));
        steps.say("the block is mature; the job settle-block makes its reward payable");
    }

    private String state(PoolApi.Block block) throws IOException, InterruptedException {
        Optional<PoolApi.Block> now = news.block(block.id());
        return now.map(PoolApi.Block::state).orElse("unknown");
    }

    private void pay(PoolApi.Block block, Set<Long> before) throws IOException, InterruptedException {
        Stage.Progress payments =
                () -> "new payments: " + news.payments().without(before).states();
        await("a payout to be sent", BOOKING, () -> unreviewed(before).has("SENT"), payments);
        steps.say("the job pay-miners sent the money; letting " + TO_PAYMENT + " blocks pass");
        Set<String> buried = new HashSet<>();
        await("the payout to be confirmed", BOOKING, () -> bury(before, buried).areConfirmed(), payments);
        conclude(block, unreviewed(before).confirmed());
    }

    /** Miners may find a second block before they are ended: its payout is sent later, and needs blocks on top of its own. */
    private Payments bury(Set<Long> before, Set<String> buried) throws IOException, InterruptedException {
        Payments now = unreviewed(before);
        if (buried.addAll(now.sent())) {
            chain.pass(TO_PAYMENT);
        }
        return now;
    }

    private Payments unreviewed(Set<Long> before) throws IOException, InterruptedException {
        return news.payments().without(before).requireNoReview();
    }

    private void conclude(PoolApi.Block block, List<PoolApi.Payment> payments)
            throws IOException, InterruptedException {
        steps.say("paid:");
        for (PoolApi.Payment payment : payments) {
            steps.say("  " + coins(payment.atoms()) + " to " + payment.address() + " by transaction "
                    + payment.transactionId());
        }
        steps.say("block " + block.id() + " at height " + block.height() + " is confirmed by monerod");
        for (String miner : List.of("amy", "bob")) {
            steps.say("the wallet of " + miner + " holds " + coins(chain.balanceOf(miner)));
        }
    }

    private void await(String what, Duration within, Waiting.Check check, Stage.Progress progress)
            throws IOException, InterruptedException {
        stage.await(what, within, pool.whileItRuns(check), () -> progress.words() + troubles());
    }

    /** That there is no work is no trouble while the chain is idle. */
    private String troubles() throws IOException, InterruptedException {
        return chain.isIdle() ? "" : pool.troubles();
    }

    private static String coins(BigInteger atoms) {
        return new BigDecimal(atoms, XMR_DECIMALS).toPlainString() + " XMR";
    }
}
