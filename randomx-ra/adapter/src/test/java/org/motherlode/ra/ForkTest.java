package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowPlan;
import org.motherlode.model.share.AcceptedShare;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;
import org.motherlode.ra.ForkMiner.Work;
import org.motherlode.ra.RunningAdapter.Hashing;
import org.motherlode.ra.fixture.ForkHasher;
import org.motherlode.ra.fixture.ForkTemplate;
import org.motherlode.ra.fixture.LogEar;
import org.motherlode.ra.fixture.MissingHasher;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.fixture.Sha256Hasher;
import org.motherlode.ra.pool.AdministeredPool;
import org.motherlode.ra.statistics.Count;

/** A chain whose blocks ask for another proof of work from some height on. */
class ForkTest {
    private static final Difficulty FOUR = Difficulty.of(4);
    private static final Difficulty EIGHT = Difficulty.of(8);
    private static final String NOT_OFFERED = "this pool mines sha-512, which your miner does not offer";

    @TempDir
    Path folder;

    @Test
    void shares_of_both_functions_count_over_a_fork_and_the_new_ones_are_no_easier_than_a_forger_s_work()
            throws Exception {
        try (var server = server(Sha256Hasher.ID, ForkHasher.ID);
                var miner = new ForkMiner(server.address())) {
            Work before = publish(server, PlainTemplate.at(10), () -> miner.login(""));
            Work after = publish(server, ForkTemplate.at(11, ForkHasher.ID), miner::readJob);

            assertThat(before.algorithm()).isEqualTo("sha-256");
            assertThat(after.algorithm()).isEqualTo("sha-512");
            int late = before.find(0, FOUR, ForkTest::first);
            assertThat(miner.submit(before, late, first(before.input(late)), ""))
                    .endsWith(ForkMiner.OK);
            int good = after.find(0, EIGHT, ForkTest::second);
            assertThat(miner.submit(after, good, second(after.input(good)), "")).endsWith(ForkMiner.OK);
            assertThat(server.listener.storedShares())
                    .extracting(AcceptedShare::difficulty, AcceptedShare::hash)
                    .containsExactly(tuple(FOUR, first(before.input(late))), tuple(EIGHT, second(after.input(good))));
            assertThat(server.total(Count.SHARES_LATE)).isEqualTo(1);
        }
    }

    @Test
    void a_hash_of_the_former_function_is_false_after_the_fork() throws Exception {
        try (var server = server(Sha256Hasher.ID, ForkHasher.ID);
                var miner = new ForkMiner(server.address())) {
            Work work = publish(server, ForkTemplate.at(11, ForkHasher.ID), () -> miner.login(""));
            int nonce = work.find(0, EIGHT, ForkTest::first);

            assertThat(miner.submit(work, nonce, first(work.input(nonce)), "")).contains("\"Invalid share\"");
        }
    }

    /** Behind a proxy one old machine would otherwise have all the others banned. */
    @Test
    void a_share_that_says_itself_that_it_is_of_the_former_function_costs_no_hash_and_is_held_against_nobody()
            throws Exception {
        Hashing hashing = new Hashing(new PowPlan(Sha256Hasher.ID, List.of(ForkHasher.ID)), "");
        try (var server = RunningAdapter.withPool(folder, "exempt-loopback = false", pool(), hashing);
                var miner = new ForkMiner(server.address())) {
            Work work = publish(server, ForkTemplate.at(11, ForkHasher.ID), () -> miner.login(""));
            int nonce = 0;
            for (int i = 0; i < 40; i++) {
                nonce = work.find(nonce + 1, EIGHT, ForkTest::first);
                assertThat(miner.submit(work, nonce, first(work.input(nonce)), ",\"algo\":\"sha-256\""))
                        .contains("\"code\":-1,\"message\":\"Incorrect algorithm\"");
            }

            assertThat(server.total(Count.HASHES)).isZero();
            assertThat(server.total(Count.SHARES_WRONG_ALGORITHM)).isEqualTo(40);
            int good = work.find(0, EIGHT, ForkTest::second);
            assertThat(miner.submit(work, good, second(work.input(good)), ",\"algo\":\"sha-512\""))
                    .endsWith(ForkMiner.OK);
        }
    }

    @Test
    void the_name_of_a_function_is_never_believed_and_one_that_nobody_knows_is_passed_over() throws Exception {
        try (var server = server(Sha256Hasher.ID, ForkHasher.ID);
                var miner = new ForkMiner(server.address())) {
            Work work = publish(server, ForkTemplate.at(11, ForkHasher.ID), () -> miner.login(""));
            int lie = work.find(0, EIGHT, ForkTest::first);
            int good = work.find(0, EIGHT, ForkTest::second);

            assertThat(miner.submit(work, lie, first(work.input(lie)), ",\"algo\":\"sha-512\""))
                    .contains("\"Invalid share\"");
            assertThat(miner.submit(work, good, second(work.input(good)), ",\"algo\":\"SHA512\""))
                    .endsWith(ForkMiner.OK);
        }
    }

    @Test
    void two_blocks_after_the_fork_the_former_function_gives_its_memory_back() throws Exception {
        int others = ForkHasher.OPEN.get();
        try (var server = server(ForkHasher.ID, Sha256Hasher.ID);
                var miner = new ForkMiner(server.address())) {
            publish(server, ForkTemplate.at(10, ForkHasher.ID), () -> miner.login(""));
            publish(server, PlainTemplate.at(11), miner::readJob);
            publish(server, PlainTemplate.at(12), miner::readJob);
            assertThat(ForkHasher.OPEN).hasValue(others + 1);

            publish(server, PlainTemplate.at(13), miner::readJob);

            RunningAdapter.until(() -> ForkHasher.OPEN.get() == others);
        }
    }

    @Test
    void a_miner_that_does_not_offer_the_new_function_hears_so_and_is_not_let_in_again() throws Exception {
        try (var server = server(Sha256Hasher.ID, ForkHasher.ID);
                var old = new ForkMiner(server.address());
                var again = new ForkMiner(server.address());
                var able = new ForkMiner(server.address())) {
            publish(server, PlainTemplate.at(10), () -> old.login("\"sha-256\""));
            Work first = able.login("\"sha-256\",\"sha-512\"");
            server.publish(ForkTemplate.at(11, ForkHasher.ID));

            assertThat(old.read()).isEqualTo(error("null"));
            assertThat(old.read()).isEqualTo(RawSocket.CLOSED);
            assertThat(again.sayLogin("\"sha-256\"")).isEqualTo(error("1"));
            assertThat(again.read()).isEqualTo(RawSocket.CLOSED);
            assertThat(first.algorithm()).isEqualTo("sha-256");
            assertThat(able.readJob().algorithm()).isEqualTo("sha-512");
        }
    }

    @Test
    void what_a_fork_will_ask_for_in_vain_is_told_before_and_the_pool_says_why_it_stops_when_it_comes()
            throws Exception {
        String told = "a fork of its chain will ask for missing, which this server cannot compute: " + MissingHasher.WHY
                + "; miners are served until then";
        try (var log = new LogEar(Level.INFO);
                var server = server(Sha256Hasher.ID, MissingHasher.ID);
                var miner = new ForkMiner(server.address())) {
            Work work = publish(server, PlainTemplate.at(10), () -> miner.login(""));
            assertThat(server.adapter.gateway().conditions())
                    .containsExactly(new Condition("toy.function", false, false, told));
            assertThat(log.atLeast(Level.WARNING))
                    .extracting(LogRecord::getMessage)
                    .containsExactly("pool toy: " + told);
            int good = work.find(0, FOUR, ForkTest::first);
            assertThat(miner.submit(work, good, first(work.input(good)), "")).endsWith(ForkMiner.OK);

            server.publish(ForkTemplate.at(11, MissingHasher.ID));

            assertThat(miner.read()).contains("no work");
            assertThat(miner.read()).isEqualTo(RawSocket.CLOSED);
            assertThat(server.adapter.gateway().closed())
                    .containsEntry(
                            "toy",
                            "for height 11 its chain asks for missing, which this server cannot compute: "
                                    + MissingHasher.WHY);
        }
    }

    @Test
    void a_function_that_nobody_announced_is_opened_when_work_asks_for_it() throws Exception {
        Hashing hashing = new Hashing(PowPlan.only(Sha256Hasher.ID), "");
        try (var server = RunningAdapter.withPool(folder, "", pool(), hashing);
                var miner = new ForkMiner(server.address())) {
            publish(server, PlainTemplate.at(10), () -> miner.login(""));

            Work work = publish(server, ForkTemplate.at(11, ForkHasher.ID), miner::readJob);

            assertThat(work.algorithm()).isEqualTo("sha-512");
            assertThat(server.adapter.gateway().conditions()).isEmpty();
        }
    }

    private interface Reading {
        Work work() throws Exception;
    }

    private static Work publish(RunningAdapter server, BlockTemplate template, Reading reading) throws Exception {
        server.publish(template);
        return reading.work();
    }

    private RunningAdapter server(PowId first, PowId later) throws Exception {
        return RunningAdapter.withPool(folder, "", pool(), new Hashing(new PowPlan(first, List.of(later)), ""));
    }

    private static AdministeredPool pool() {
        AdministeredPool pool = RunningAdapter.pool("toy", "127.0.0.1:0 cryptonote 4");
        pool.setSettings("vardiff.min = 4; vardiff.fixed = 4; late.millis = 60000");
        return pool;
    }

    private static String error(String id) {
        return CryptonoteServer.error(id, NOT_OFFERED);
    }

    private static Hash first(byte[] input) {
        return Sha256Hasher.hash(PlainTemplate.SEED, input);
    }

    private static Hash second(byte[] input) {
        return ForkHasher.hash(PlainTemplate.SEED, input);
    }
}
