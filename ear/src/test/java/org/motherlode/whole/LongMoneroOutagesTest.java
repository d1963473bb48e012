package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.demo.DemoChain;
import org.motherlode.ctl.demo.DemoMiner;
import org.motherlode.ctl.demo.DemoPool;
import org.motherlode.ctl.demo.DemoPorts;
import org.motherlode.ctl.demo.PoolApi;
import org.motherlode.ctl.monero.RegtestNode;

/**
 * A wallet that nobody can open, and a node that follows another fork, each until a person has mended it there. The condition
 * that docs/operators.md names says so, nothing is lost, and the server goes on by itself.
 */
@Tag("long")
@Timeout(3_600)
class LongMoneroOutagesTest {
    private static final Map<String, String> EAGER = Map.of(
            "motherlode.pay.interval-seconds", "1",
            "motherlode.jobs.pause-seconds", "1",
            "motherlode.pay.alarm-minutes", "1",
            "motherlode.block.alarm-minutes", "1",
            "motherlode.block.ask-seldom-seconds", "2");
    private static final int SHORT_OF_AN_ORPHAN = 20;
    private static final int TO_AN_ORPHAN = 45;

    @TempDir
    Path folder;

    @Test
    void a_locked_wallet_keeps_a_signed_payout_and_the_next_one_waiting_until_it_is_opened() throws Exception {
        try (OwingStage stage = new OwingStage(folder, EAGER)) {
            ByHand wallet = new ByHand(stage.chain().poolWallet().port());
            HeldCall sending = stage.toWallet().hold("relay_tx", CutWire.Lost.REQUEST);
            stage.owe();
            stage.await("a signed payout", sending::isCaught);
            changePassword(wallet, "", "of another operator");
            stage.chain().poolWallet().closeWallet();
            sending.lose();
            stage.owe();

            stage.await(
                    "the alarm of the wallet",
                    () -> says(stage.pool(), "monero.wallet", "cannot open the wallet file"));
            stage.await(
                    "the alarm of the payout",
                    () -> says(stage.pool(), "monero.payouts", "is PREPARED since")
                            && says(stage.pool(), "monero.payouts", "cannot open the wallet file"));
            assertThat(stage.books().payoutsOfState("PREPARED")).isOne();
            assertThat(stage.pool().server().readiness().ready()).isTrue();

            wallet.call(
                    "open_wallet",
                    Json.createObjectBuilder().add("filename", "pool").add("password", "of another operator"));
            stage.await("the payout to be sent", () -> stage.books().payoutsOfState("SENT") == 1);
            stage.pass();
            stage.await(
                    "the next one",
                    () -> stage.books().payoutsOfState("CONFIRMED") == 1
                            && stage.books().payoutsOfState("SENT") == 1);
            stage.paidOnce();
            stage.await(
                    "the alarms to end",
                    () -> isCalm(stage.pool(), "monero.wallet") && isCalm(stage.pool(), "monero.payouts"));
            changePassword(wallet, "of another operator", "");
            stage.booksAreRight();
        }
    }

    private static void changePassword(ByHand wallet, String before, String after)
            throws IOException, InterruptedException {
        wallet.call(
                "change_wallet_password",
                Json.createObjectBuilder().add("old_password", before).add("new_password", after));
    }

    @Test
    void a_node_on_another_fork_is_told_and_what_it_takes_away_comes_back_with_its_chain() throws Exception {
        try (MoneroStage stage = new MoneroStage(folder, MoneroStage.software(Map.of(), EAGER))) {
            Books books = stage.books();
            try (DemoMiner amy = stage.amy();
                    DemoMiner bob = stage.bob()) {
                MoneroStage.await("a block on the chain", () -> books.blocksOfState("IMMATURE") > 0);
                assertThat(amy.isAlive() && bob.isAlive()).isTrue();
            }
            MoneroAudit audit = new MoneroAudit(stage, books);
            audit.shares();
            stage.chain().idle();
            MoneroStage.await(
                    "its credits",
                    () -> books.balanceOf("miner:immature").signum() > 0 && books.blocksOfState("FOUND") == 0);
            long blocks = books.blocksOfState("IMMATURE");
            Path ours = stage.chain().node().folder();

            DemoChain chain = stage.chain();
            chain.endNode();
            chain.startNode(fork(stage, ours));
            MoneroStage.await("the alarm", () -> says(stage.pool(), "blocks.chain", "is unknown to the chain since"));
            assertThat(books.blocksOfState("IMMATURE")).isEqualTo(blocks);
            chain.pass(TO_AN_ORPHAN);
            MoneroStage.await("orphans", () -> books.blocksOfState("ORPHANED") == blocks);
            MoneroStage.await(
                    "nothing owed for them",
                    () -> books.balanceOf("miner:immature").signum() == 0);

            chain.endNode();
            chain.startNode(ours);
            chain.pass(1);
            MoneroStage.await("its blocks to be back", () -> books.blocksOfState("IMMATURE") == blocks);
            MoneroStage.await("the alarm to end", () -> isCalm(stage.pool(), "blocks.chain"));
            audit.money();
        }
    }

    /** A copy of this chain without the pool's blocks, and with others; the node must have ended. */
    private Path fork(MoneroStage stage, Path ours) throws IOException, InterruptedException {
        long first = stage.pool().api().blocks().stream()
                .mapToLong(PoolApi.Block::height)
                .min()
                .orElseThrow();
        Path fork = folder.resolve("fork");
        copy(ours, fork);
        try (RegtestNode node = RegtestNode.start(fork, DemoPorts.free().node(), 1)) {
            long tooMany = node.height() - first;
            new ByHand(node.ports().rpc())
                    .post("/pop_blocks", Json.createObjectBuilder().add("nblocks", tooMany));
            node.generate(
                    (int) tooMany + SHORT_OF_AN_ORPHAN,
                    stage.chain().addresses().bystander());
        }
        return fork;
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.toList();
        }
        for (Path file : all) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target);
            }
        }
    }

    private static boolean says(DemoPool pool, String condition, String words)
            throws IOException, InterruptedException {
        String now = pool.server().readiness().down().getOrDefault(condition, "");
        return now.startsWith("down, not needed: ") && now.contains(words);
    }

    private static boolean isCalm(DemoPool pool, String condition) throws IOException, InterruptedException {
        return !pool.server().readiness().down().containsKey(condition);
    }
}
