package org.motherlode.ctl.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.ServerImage;
import org.motherlode.ctl.work.Steps;
import org.motherlode.ctl.work.Tenancy;
import org.motherlode.ctl.work.WorkFolder;

/** Tells the whole story on one machine: mine a block, let it mature, see it settled and paid. */
public final class Demo {
    /** One block takes two light miners some seconds, and some tens of shares. */
    private static final long BLOCK_DIFFICULTY = 600;

    private static final long SHARE_DIFFICULTY = 20;
    private static final int TO_MATURITY = 62;
    private static final int TO_PAYMENT = 12;
    private static final int XMR_DECIMALS = 12;
    private static final Duration FINDING = Duration.ofMinutes(10);
    private static final Duration BOOKING = Duration.ofMinutes(3);

    private final WorkFolder work;
    private final Steps steps;
    private final DemoPorts ports = DemoPorts.standard();

    public Demo(WorkFolder work, Steps steps) {
        this.work = work;
        this.steps = steps;
    }

    /** Plays it once, or until the person ends it. */
    public void play(boolean once) throws IOException, InterruptedException {
        try (Tenancy tenancy = Tenancy.of(work.resolve("demo"), steps);
                Cast cast = new Cast()) {
            Path folder = tenancy.folder();
            steps.say("making the server: the official WildFly with our configuration");
            ServerImage image =
                    ServerImage.in(work.resolve("images"), Ingredients.of(work.project(), work.resolve("downloads")));
            steps.say("starting monerod on a private chain, and two wallet servers");
            DemoChain chain = cast.add(DemoChain.start(folder.resolve("chain"), ports, BLOCK_DIFFICULTY));
            chain.mineInEarnest();
            steps.say("starting PostgreSQL and WildFly with the pool");
            Path ear = work.project().resolve("ear/target/motherlode.ear");
            DemoPool.Wiring wiring =
                    new DemoPool.Wiring(ports, chain.addresses().pool(), SHARE_DIFFICULTY);
            EmbeddedPostgres database = EmbeddedPostgres.kept(folder.resolve(Tenancy.POSTGRES), ports.database());
            DemoPool.Software software = new DemoPool.Software(image, ear);
            DemoPool pool = cast.add(DemoPool.start(database, folder, software, wiring));
            introduce(pool);
            do {
                try {
                    round(cast, chain, pool);
                } catch (IOException e) {
                    throw pool.explained(e);
                }
            } while (!once);
        }
    }

    private void introduce(DemoPool pool) {
        steps.say("the pool is open:");
        steps.say("  dashboard  http://127.0.0.1:" + ports.http() + "/");
        steps.say("  console    http://127.0.0.1:" + ports.management() + "/console ("
                + pool.consoleUser().words() + ")");
        steps.say(
                "  Stratum    127.0.0.1:" + ports.stratum() + " (XMRig: -a rx/0 -o 127.0.0.1:" + ports.stratum() + ")");
    }

    private void round(Cast cast, DemoChain chain, DemoPool pool) throws IOException, InterruptedException {
        PoolApi api = pool.api();
        Set<Long> paidBefore = confirmed(api, chain);
        PoolApi.Block block = mine(cast, chain, pool);
        steps.say("block " + block.height() + " found: " + block.id());
        if (!chain.node().confirms(block.height(), block.id())) {
            throw new IOException("monerod does not have block " + block.id() + " at height " + block.height());
        }
        steps.say("monerod confirms it at that height; letting " + TO_MATURITY + " blocks pass until it is mature");
        chain.idle();
        chain.pass(TO_MATURITY);
        await("the block to mature", pool.whileItRuns(() -> state(api, block).equals("MATURE")));
        steps.say("the block is mature; the job settle-block makes its reward payable");
        await("a payout to be sent", pool.whileItRuns(() -> !newPayments(api, chain, paidBefore, "SENT")
                .isEmpty()));
        steps.say("the job pay-miners sent the money; letting " + TO_PAYMENT + " blocks pass");
        chain.pass(TO_PAYMENT);
        await("the payout to be confirmed", pool.whileItRuns(() -> !newPayments(api, chain, paidBefore, "CONFIRMED")
                .isEmpty()));
        conclude(chain, block, newPayments(api, chain, paidBefore, "CONFIRMED"));
        chain.mineInEarnest();
    }

    private PoolApi.Block mine(Cast cast, DemoChain chain, DemoPool pool) throws IOException, InterruptedException {
        PoolApi api = pool.api();
        Set<String> before =
                new HashSet<>(api.blocks().stream().map(PoolApi.Block::id).toList());
        steps.say("two miners begin; a block takes about " + BLOCK_DIFFICULTY + " hashes");
        Path jar = work.project().resolve("coopmine/target/coopmine.jar");
        DemoMiner amy =
                cast.add(DemoMiner.start(jar, ports.stratum(), chain.addresses().amy(), work.resolve("demo/amy.log")));
        DemoMiner bob =
                cast.add(DemoMiner.start(jar, ports.stratum(), chain.addresses().bob(), work.resolve("demo/bob.log")));
        if (!Waiting.until(
                FINDING, pool.whileItRuns(() -> found(api, before, chain).isPresent()))) {
            throw new IOException(
                    "no block was found within " + FINDING.toMinutes() + " min; see " + work.resolve("demo"));
        }
        cast.end(amy);
        cast.end(bob);
        steps.say("accepted shares: amy " + shares(api, chain.addresses().amy()) + ", bob "
                + shares(api, chain.addresses().bob()));
        return found(api, before, chain).orElseThrow();
    }

    /** The oldest new block that the node has on its main chain. */
    private static java.util.Optional<PoolApi.Block> found(PoolApi api, Set<String> before, DemoChain chain)
            throws IOException, InterruptedException {
        List<PoolApi.Block> fresh = api.blocks().stream()
                .filter(block -> !before.contains(block.id()) && block.state().equals("IMMATURE"))
                .sorted(Comparator.comparingLong(PoolApi.Block::height))
                .toList();
        for (PoolApi.Block block : fresh) {
            if (chain.node().confirms(block.height(), block.id())) {
                return java.util.Optional.of(block);
            }
        }
        return java.util.Optional.empty();
    }

    private void conclude(DemoChain chain, PoolApi.Block block, List<PoolApi.Payment> payments)
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

    private static Set<Long> confirmed(PoolApi api, DemoChain chain) throws IOException, InterruptedException {
        Set<Long> batches = new HashSet<>();
        for (PoolApi.Payment payment : newPayments(api, chain, Set.of(), "CONFIRMED")) {
            batches.add(payment.batch());
        }
        return batches;
    }

    private static List<PoolApi.Payment> newPayments(PoolApi api, DemoChain chain, Set<Long> before, String state)
            throws IOException, InterruptedException {
        List<PoolApi.Payment> all =
                new java.util.ArrayList<>(payments(api, chain.addresses().amy()));
        all.addAll(payments(api, chain.addresses().bob()));
        return all.stream()
                .filter(payment -> payment.state().equals(state) && !before.contains(payment.batch()))
                .toList();
    }

    /** A miner that the pool does not know yet has no payments. */
    private static List<PoolApi.Payment> payments(PoolApi api, String address)
            throws IOException, InterruptedException {
        return api.knows(address) ? api.payments(address) : List.of();
    }

    private static long shares(PoolApi api, String address) throws IOException, InterruptedException {
        return api.knows(address) ? api.sharesOf(address) : 0;
    }

    private static String state(PoolApi api, PoolApi.Block block) throws IOException, InterruptedException {
        return api.blocks().stream()
                .filter(other -> other.id().equals(block.id()))
                .map(PoolApi.Block::state)
                .findFirst()
                .orElse("");
    }

    private static void await(String what, Waiting.Check check) throws IOException, InterruptedException {
        if (!Waiting.until(BOOKING, check)) {
            throw new IOException("waited " + BOOKING.toMinutes() + " min in vain for " + what);
        }
    }

    private static String coins(BigInteger atoms) {
        return new BigDecimal(atoms, XMR_DECIMALS).toPlainString() + " XMR";
    }
}
