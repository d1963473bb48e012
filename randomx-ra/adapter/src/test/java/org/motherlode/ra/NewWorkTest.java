package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.stratum.StratumGateway;
import org.motherlode.ra.fixture.PemIdentity;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.TlsSocket;
import org.motherlode.ra.pool.AdministeredPool;
import org.motherlode.ra.statistics.Count;

/** Whatever the thread that gives out work is at, the newest work comes to the miners. */
class NewWorkTest {
    @TempDir
    Path folder;

    /** The house is at a template that takes its time, so that all the words meanwhile wait together. */
    @Test
    void work_that_comes_after_a_pause_was_announced_is_given_out_however_busy_the_house_is() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var miner = server.miner()) {
            whileBusy(server, miner, gateway -> {
                gateway.suspend(RunningAdapter.POOL, "the node is away");
                gateway.publish(RunningAdapter.POOL, PlainTemplate.at(12));
            });

            assertThat(miner.readJob().bytes().hex()).startsWith("000000000000000c");
        }
    }

    @Test
    void a_pause_that_is_announced_after_work_came_stands() throws Exception {
        try (var server = new RunningAdapter(folder, "suspend-grace-millis = 600000");
                var miner = server.miner()) {
            whileBusy(server, miner, gateway -> {
                gateway.publish(RunningAdapter.POOL, PlainTemplate.at(12));
                gateway.suspend(RunningAdapter.POOL, "the node is away");
            });

            assertThat(miner.read()).isEqualTo("null problem NO_WORK");
            assertThat(server.total(Count.TEMPLATES_PUBLISHED)).isEqualTo(1);
        }
    }

    private static void whileBusy(RunningAdapter server, PlainMiner miner, Consumer<StratumGateway> says)
            throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        server.publish(PlainTemplate.at(10));
        miner.login("miner1");
        server.publish(withSeed(PlainTemplate.at(11), () -> {
            begun.countDown();
            await(goesOn);
        }));
        await(begun);
        says.accept(server.adapter.gateway());
        goesOn.countDown();
    }

    @Test
    void a_template_that_breaks_down_keeps_no_later_one_from_becoming_work() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var miner = server.miner()) {
            server.publish(withSeed(PlainTemplate.at(10), () -> {
                throw new StackOverflowError("a bug");
            }));
            RunningAdapter.until(() -> server.total(Count.HOUSE_FAULTS) > 2);
            server.publish(PlainTemplate.at(11));

            assertThat(miner.login("miner1").bytes().hex()).startsWith("000000000000000b");
        }
    }

    @Test
    void a_pool_that_is_stopped_leaves_its_seed_s_place_to_one_that_waits_for_it() throws Exception {
        MotherlodeAdapter adapter = new MotherlodeAdapter();
        adapter.setDataDir(folder.toString());
        adapter.setSettings("warm-up-millis = 0");
        List<PoolName> pools =
                Stream.of("one", "three", "two", "wait").map(PoolName::new).toList();
        pools.forEach(
                pool -> RunningAdapter.pool(pool.text(), "127.0.0.1:0 plain 4").setResourceAdapter(adapter));
        adapter.start(RunningAdapter.context());
        try {
            for (PoolName pool : pools) {
                RunningAdapter.open(adapter, pool);
                RunningAdapter.until(() -> !adapter.station().addresses(pool).isEmpty());
                adapter.gateway().publish(pool, ofSeed(PlainTemplate.at(10), pool));
            }
            RunningAdapter.until(
                    () -> figure(adapter, "templates_published") == 3 && figure(adapter, "templates_delayed") == 1);
            adapter.gateway().stop(pools.get(0), "a test stops it");

            RunningAdapter.until(() -> figure(adapter, "templates_published") == 4);
        } finally {
            adapter.stop();
        }
    }

    /** A pipe stands for a file on a disk that does not answer: whoever reads it waits until somebody writes. */
    @Test
    void a_certificate_that_cannot_be_read_to_its_end_holds_up_no_work() throws Exception {
        PemIdentity files = PemIdentity.write(folder);
        AdministeredPool pool = RunningAdapter.pool("toy", "127.0.0.1:0 plain 4 tls");
        pool.setSettings(pool.getSettings() + "; " + files.settings());
        Path good = Files.copy(files.certificate(), folder.resolve("good"));
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        try (var server = RunningAdapter.withPool(folder.resolve("data"), "certificate-look-millis = 10", pool);
                var miner = new TlsSocket(server.address())) {
            Files.move(pipe, files.certificate(), StandardCopyOption.REPLACE_EXISTING);
            // Returns when somebody reads.
            try (FileChannel end = FileChannel.open(files.certificate(), StandardOpenOption.WRITE)) {
                server.publish(PlainTemplate.at(10));
                miner.line("1 login miner1 x");
                assertThat(miner.read()).startsWith("1 in ");
                Files.move(good, files.certificate(), StandardCopyOption.REPLACE_EXISTING);
                // Whoever reads is still waiting: into a pipe that nobody reads nothing can be written.
                assertThat(end.write(ByteBuffer.wrap(new byte[1]))).isOne();
            }
        }
    }

    private static long figure(MotherlodeAdapter adapter, String name) {
        return adapter.gateway().figures().values().getOrDefault(name, 0L);
    }

    private static BlockTemplate ofSeed(BlockTemplate template, PoolName pool) {
        return (BlockTemplate) Proxy.newProxyInstance(
                BlockTemplate.class.getClassLoader(),
                new Class<?>[] {BlockTemplate.class},
                (self, method, args) -> method.getName().equals("seed")
                        ? new Seed(Octets.of(pool.text().getBytes(StandardCharsets.US_ASCII)))
                        : method.invoke(template, args));
    }

    private static BlockTemplate withSeed(BlockTemplate template, Runnable asked) {
        return (BlockTemplate) Proxy.newProxyInstance(
                BlockTemplate.class.getClassLoader(), new Class<?>[] {BlockTemplate.class}, (self, method, args) -> {
                    if (method.getName().equals("seed")) {
                        asked.run();
                    }
                    return method.invoke(template, args);
                });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
